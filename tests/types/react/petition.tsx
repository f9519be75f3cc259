import type {} from "share-sign/react";
import type { ShareSignElement, ShareSignEvents } from "share-sign";
import { createRef } from "react";

const card = createRef<ShareSignElement>();
const signed = { "onshare-sign:sign": ({ detail }: ShareSignEvents["share-sign:sign"]) => detail.id };

export const good = (
  <>
    <share-sign
      ref={card}
      className="petition"
      campaign="keep-the-library"
      goal={500}
      theme="dark"
      privacy-url="/privacy"
      messages={JSON.stringify({ default: "Our library needs you.", x: "Short, for X." })}
      deadline={undefined}
      {...signed}
    >
      <p>Keep the library open.</p>
    </share-sign>
    <share-sign ref={(element) => element?.addEventListener("share-sign:share", ({ detail }) => detail.channel)} />
    <share-sign-stats campaign="keep-the-library" time-zone="Europe/Paris" />
  </>
);

export const bad = (
  <>
    {/* @ts-expect-error: no such theme */}
    <share-sign theme="blue" />
    {/* @ts-expect-error: the name is that of HTML */}
    <share-sign privacyUrl="/privacy" />
    {/* @ts-expect-error: an object is no text */}
    <share-sign messages={{ default: "Our library needs you." }} />
    {/* @ts-expect-error: a listener is a function */}
    <share-sign {...{ "onshare-sign:sign": "alert()" }} />
    {/* @ts-expect-error: what was signed has no channel */}
    <share-sign {...{ "onshare-sign:sign": (event: CustomEvent<{ channel: string }>) => event }} />
    {/* @ts-expect-error: it needs a campaign */}
    <share-sign-stats />
  </>
);
