#!/usr/bin/env node
import { command } from "../dist/prerender.js";

process.exitCode = await command(process.argv.slice(2));
