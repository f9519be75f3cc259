import { nodeResolve } from "@rollup/plugin-node-resolve";

export default {
  input: "main.js",
  output: { dir: "public", format: "es" },
  plugins: [nodeResolve()],
};
