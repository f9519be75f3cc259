// Registers <share-sign>.
import { ShareSignElement } from "./element.js";

ShareSignElement.define();
