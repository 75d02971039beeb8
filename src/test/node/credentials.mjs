// Judges credentials by a verifier that is not ours, @digitalbazaar/vc, and each change of a single word of them.
// Reads a folder: documents.json (address → document: our contexts, DIDs, status lists) and cases.json (name → credential);
// writes verdicts.json there. Nothing is fetched.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import multikey from '@digitalbazaar/multikey-context';
import integrity from '@digitalbazaar/data-integrity-context';
import did from 'did-context';

const {AchievementCredentialValidator} = createRequire(import.meta.url)('@learncard/types');

const folder = process.argv[2];
const read = file => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const documents = new Map([
  ...multikey.contexts, ...integrity.contexts, ...did.contexts, ...Object.entries(read('documents.json'))]);

async function documentLoader(url) {
  const [base, key] = url.split('#');
  let document = documents.get(url) ?? documents.get(base);
  if (document === undefined) {
    throw new Error(`not among our documents: ${url}`);
  }
  if (key !== undefined && base.startsWith('did:')) {
    const method = document.verificationMethod.find(it => it.id === url);
    if (method === undefined) {
      throw new Error(`no such key: ${url}`);
    }
    document = {'@context': 'https://w3id.org/security/multikey/v1', ...method};
  }
  return {contextUrl: null, documentUrl: url, document};
}

/** Signed and of good standing, or what is wrong. */
async function judge(credential) {
  try {
    const result = await vc.verifyCredential({
      credential, documentLoader, suite: new DataIntegrityProof({cryptosuite}), checkStatus});
    const errors = [result.error, ...(result.results ?? []).map(it => it.error)].flat().filter(Boolean);
    const standing = (result.statusResult?.results ?? [])
      .filter(it => it.status).map(it => it.credentialStatus.statusPurpose);
    return {
      verified: result.verified && standing.length === 0,
      error: [...errors.map(it => it.message), result.statusResult?.error?.message, ...standing].filter(Boolean).join('; ')};
  } catch (error) {
    return {verified: false, error: error.message};
  }
}

const copy = value => JSON.parse(JSON.stringify(value));
const at = (document, path) => path.reduce((node, step) => node[step], document);

function* leaves(node, path = []) {
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === 'object') {
      yield* leaves(value, [...path, key]);
    } else {
      yield [...path, key];
    }
  }
}

function* nodes(node, path = []) {
  if (typeof node === 'object') {
    if (!Array.isArray(node)) {
      yield path;
    }
    for (const [key, value] of Object.entries(node)) {
      yield* nodes(value, [...path, key]);
    }
  }
}

/** Each word changed in turn, each left out, and something added to each node. */
function* mutations(credential) {
  for (const path of leaves(credential)) {
    const last = path.at(-1);
    const changed = copy(credential);
    const parent = at(changed, path.slice(0, -1));
    const word = parent[last];
    const end = word.at(-1);
    parent[last] = word.slice(0, -1) + (end === '1' ? '2' : '1');
    yield ['change', path, changed];
    const longer = copy(credential);
    at(longer, path.slice(0, -1))[last] = word + 'a';
    yield ['lengthen', path, longer];
    const without = copy(credential);
    const holder = at(without, path.slice(0, -1));
    if (Array.isArray(holder)) {
      holder.splice(Number(last), 1);
    } else {
      delete holder[last];
    }
    yield ['leave out', path, without];
  }
  for (const path of nodes(credential)) {
    for (const [name, value] of [
      ['note', 'unsigned'], ['name', 'Người khác'], ['description', 'unsigned'],
      ['result', [{id: 'relative#diem', type: ['Result'], value: '10'}]],
      ['type', [...[at(credential, path).type ?? []].flat(), 'Unknown']],
      ['type', [...[at(credential, path).type ?? []].flat(), 'Evidence']]]) {
      const more = copy(credential);
      const node = at(more, path);
      if (JSON.stringify(node[name]) !== JSON.stringify(value)) {
        node[name] = value;
        yield ['add ' + name, path, more];
      }
    }
  }
  const subject = copy(credential);
  if (Array.isArray(subject.credentialSubject.result)) {
    subject.credentialSubject.result.unshift({id: 'x#diem', type: ['Result'], value: '10'});
    yield ['add a result', ['credentialSubject'], subject];
  }
}

/** Said otherwise, but the same: the order of things that have none, and one thing with or without brackets. */
function* equivalents(credential) {
  const turned = node => typeof node !== 'object' || Array.isArray(node) ? node
    : Object.fromEntries(Object.entries(node).reverse().map(([key, value]) => [key, turned(value)]));
  yield ['names in another order', turned(credential)];
  if (Array.isArray(credential.credentialSubject.result)) {
    const other = copy(credential);
    other.credentialSubject.result.reverse();
    other.credentialStatus.reverse();
    other.credentialSubject.achievement.resultDescription.reverse();
    yield ['members of sets in another order', other];
    const bare = copy(credential);
    bare.credentialSubject = [bare.credentialSubject];
    bare.issuer.type = 'Profile';
    bare.type.reverse();
    yield ['a set of one', bare];
    const more = copy(credential);
    more['@context'].push('https://w3id.org/security/data-integrity/v2');
    yield ['one context more', more];
  }
}

const verdicts = [];
for (const [name, credential] of Object.entries(read('cases.json'))) {
  const judged = await judge(credential);
  const badge = credential.type.includes('AchievementCredential')
    ? AchievementCredentialValidator.safeParse(credential) : {success: true};
  verdicts.push({
    name, kind: 'as issued', path: '', credential, ...judged,
    badge: badge.success, problems: badge.success ? '' : JSON.stringify(badge.error.issues)});
  if (!judged.verified) {
    continue;
  }
  for (const [kind, path, changed] of mutations(credential)) {
    verdicts.push({name, kind, path: path.join('/'), credential: changed, ...await judge(changed)});
  }
  for (const [kind, same] of equivalents(credential)) {
    verdicts.push({name, kind: 'equal: ' + kind, path: '', credential: same, ...await judge(same)});
  }
}
writeFileSync(`${folder}/verdicts.json`, JSON.stringify(verdicts));
console.log(`${verdicts.length} judged, ${verdicts.filter(it => it.verified).length} verified`);
