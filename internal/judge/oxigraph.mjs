// Prints the quads of a file as N-Quads. Arguments: file, media type.
import { createRequire } from 'node:module';
import { readFileSync, writeSync } from 'node:fs';
const require = createRequire(process.env.CNCFGRAPH_NODE + '/');
const { Store } = require('oxigraph');
const [file, format] = process.argv.slice(2);
const store = new Store();
store.load(readFileSync(file, 'utf8'), { format });
const out = Buffer.from(store.dump({ format: 'application/n-quads' }));
for (let done = 0; done < out.length;) done += writeSync(1, out, done);
