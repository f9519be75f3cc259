import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";

const posts = defineCollection({
  loader: glob({ pattern: "*.md", base: "src/content/posts" }),
  schema: z.object({
    title: z.string(),
    date: z.date(),
    mail: z.string().optional(),
    petition: z.record(z.any()).optional(),
    petition_json: z.any(),
  }),
});

export const collections = { posts };
