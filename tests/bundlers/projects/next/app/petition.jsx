"use client";

import "share-sign";
import { useCallback, useState } from "react";

export function Petition({ campaign, headline }) {
  const [signed, setSigned] = useState(false);
  const listen = useCallback((card) => {
    const heard = () => setSigned(true);
    card.addEventListener("share-sign:sign", heard);
    return () => card.removeEventListener("share-sign:sign", heard);
  }, []);
  return (
    <>
      <share-sign
        ref={listen}
        campaign={campaign}
        headline={headline}
        goal="500 2000"
        channels="facebook x mastodon copy"
        destination="local"
      />
      <p id="signed">{signed && "Somebody signed."}</p>
    </>
  );
}
