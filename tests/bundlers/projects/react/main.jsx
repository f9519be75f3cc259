import "share-sign";
import "share-sign/stats";
import { useState } from "react";
import { createRoot } from "react-dom/client";

function Petition({ campaign }) {
  const [signed, setSigned] = useState(false);
  // JSX has no way to write a name with a colon, an object has.
  const listeners = { "onshare-sign:sign": () => setSigned(true) };
  return (
    <>
      <share-sign
        campaign={campaign}
        headline="Keep the library open"
        goal={500}
        channels="facebook x mastodon copy"
        destination="local"
        {...listeners}
      />
      <p id="signed">{signed && "Somebody signed."}</p>
      {signed && <share-sign-stats campaign={campaign} />}
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Petition campaign="keep-the-library" />);
