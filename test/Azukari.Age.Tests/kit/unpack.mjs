// Writes each vector of the kit's module as a file of its own, so that a test row can be named by it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as kit from "cctv-age";

const folder = new URL("vectors/", import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const [name, bytes] of Object.entries(kit.default ?? kit)) {
  writeFileSync(new URL(name, folder), bytes);
}
