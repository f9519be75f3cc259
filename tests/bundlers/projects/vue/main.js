import { createApp } from "vue";
import Petition from "./Petition.vue";

createApp(Petition).mount("#app");
