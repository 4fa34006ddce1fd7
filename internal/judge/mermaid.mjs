// Parses diagrams with Mermaid. Arguments: files.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const modules = process.env.CNCFGRAPH_NODE;
const { JSDOM } = createRequire(modules + '/')('jsdom');
globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(modules + '/mermaid/dist/mermaid.core.mjs'));
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  try {
    await mermaid.parse(text);
  } catch (err) {
    console.error(String(err), text.slice(0, 1500));
    process.exitCode = 1;
  }
}
