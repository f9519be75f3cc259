import type {} from "share-sign/solid";
import { createSignal } from "solid-js";

const [title] = createSignal("Keep the library open");

export const good = (
  <>
    <share-sign
      ref={(card) => card.addEventListener("share-sign:sign", ({ detail }) => detail.id)}
      class="petition"
      campaign="keep-the-library"
      attr:headline={title()}
      attr:goal={500}
      theme="dark"
    >
      <p>Keep the library open.</p>
    </share-sign>
    <share-sign-stats campaign="keep-the-library" attr:time-zone="Europe/Paris" />
  </>
);

export const bad = (
  <>
    {/* @ts-expect-error: no such theme */}
    <share-sign theme="blue" />
    {/* @ts-expect-error: no such way of tracking */}
    <share-sign attr:tracking="some" />
    {/* @ts-expect-error: the name is that of HTML */}
    <share-sign privacyUrl="/privacy" />
    {/* @ts-expect-error: no such attribute */}
    <share-sign attr:heading="Keep the library open" />
  </>
);
