export default {
  title: "Bread and books",
  url: process.env.URL ?? "https://example.org",
};
