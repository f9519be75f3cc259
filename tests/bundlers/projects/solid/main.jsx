import "share-sign";
import { Show, createSignal, onCleanup } from "solid-js";
import { render } from "solid-js/web";

function Petition(props) {
  const [signed, setSigned] = createSignal(false);
  const listen = (card) => {
    const heard = () => setSigned(true);
    card.addEventListener("share-sign:sign", heard);
    onCleanup(() => card.removeEventListener("share-sign:sign", heard));
  };
  return (
    <>
      <share-sign
        ref={listen}
        attr:campaign={props.campaign}
        headline="Keep the library open"
        goal="500 2000"
        channels="facebook x mastodon copy"
        destination="local"
      />
      <p id="signed">
        <Show when={signed()}>Somebody signed.</Show>
      </p>
    </>
  );
}

render(() => <Petition campaign="keep-the-library" />, document.querySelector("#app"));
