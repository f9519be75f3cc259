// The eight buttons as react-share's users write them.

import { createRoot } from "react-dom/client";
import {
  BlueskyIcon,
  BlueskyShareButton,
  EmailIcon,
  EmailShareButton,
  FacebookIcon,
  FacebookShareButton,
  LinkedinIcon,
  LinkedinShareButton,
  RedditIcon,
  RedditShareButton,
  TelegramIcon,
  TelegramShareButton,
  WhatsappIcon,
  WhatsappShareButton,
  XIcon,
  XShareButton,
} from "react-share";

const url = "https://example.org/library";
const title = "Keep the library on Mill Street open";

const channels = [
  [FacebookShareButton, FacebookIcon],
  [WhatsappShareButton, WhatsappIcon],
  [XShareButton, XIcon],
  [BlueskyShareButton, BlueskyIcon],
  [TelegramShareButton, TelegramIcon],
  [LinkedinShareButton, LinkedinIcon],
  [RedditShareButton, RedditIcon],
  [EmailShareButton, EmailIcon],
];

const Channels = () =>
  channels.map(([Button, Icon], index) => (
    <Button key={index} url={url} title={title}>
      <Icon size={40} round />
    </Button>
  ));

createRoot(document.getElementById("share")).render(<Channels />);
