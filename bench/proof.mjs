// The peer of issuing: @digitalbazaar/vc signs the same documents on one core. Reads credentials.json (an array, with or without
// proof) and documents.json (address → context) from a folder; prints how many it issues in a second. Nothing is fetched.
import {readFileSync} from 'node:fs';
import * as vc from '@digitalbazaar/vc';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';

const folder = process.argv[2];
const read = file => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const documents = new Map(Object.entries(read('documents.json')));
const credentials = read('credentials.json').map(({proof, ...credential}) => credential);

async function documentLoader(url) {
  const document = documents.get(url);
  if (document === undefined) {
    throw new Error(`not among the documents: ${url}`);
  }
  return {contextUrl: null, documentUrl: url, document};
}

const controller = credentials[0].issuer.id;
const key = await Ed25519Multikey.generate({id: `${controller}#peer`, controller});

async function issue(credential) {
  const suite = new DataIntegrityProof({signer: key.signer(), cryptosuite});
  return vc.issue({credential: structuredClone(credential), suite, documentLoader});
}

const few = credentials.slice(0, 200);
for (const credential of few) {
  await issue(credential);
}
const begun = process.hrtime.bigint();
for (const credential of credentials) {
  await issue(credential);
}
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
console.log(`${Math.round(credentials.length / seconds)} credentials/s`);
