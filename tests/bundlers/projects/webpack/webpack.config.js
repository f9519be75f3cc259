import HtmlPlugin from "html-webpack-plugin";

export default {
  mode: "production",
  entry: "./main.js",
  output: { clean: true },
  plugins: [new HtmlPlugin({ template: "./index.html" })],
};
