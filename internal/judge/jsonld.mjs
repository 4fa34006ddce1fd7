// Prints the quads of a JSON-LD file as N-Quads. Nothing is fetched. Argument: file.
import { createRequire } from 'node:module';
import { readFileSync, writeSync } from 'node:fs';
const require = createRequire(process.env.CNCFGRAPH_NODE + '/');
const jsonld = require('jsonld');
const documentLoader = (url) => { throw new Error('asks the network for ' + url); };
const text = await jsonld.toRDF(JSON.parse(readFileSync(process.argv[2], 'utf8')), { format: 'application/n-quads', documentLoader, safe: true });
const out = Buffer.from(text);
for (let done = 0; done < out.length;) done += writeSync(1, out, done);
