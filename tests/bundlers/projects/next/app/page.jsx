import { Petition } from "./petition.jsx";

export default function Page() {
  return <Petition campaign="keep-the-library" headline="Keep the library open" />;
}
