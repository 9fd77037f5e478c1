// The TypeScript age as the other party: node peer.mjs ACT, with a key or a passphrase in the first line of standard input.
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const end = input.indexOf(10);
const key = input.subarray(0, end).toString("utf8");
const body = new Uint8Array(input.subarray(end + 1));

const acts = {
  async seal() {
    const encrypter = new Encrypter();
    encrypter.addRecipient(key);
    return encrypter.encrypt(body);
  },
  async open() {
    const decrypter = new Decrypter();
    decrypter.addIdentity(key);
    return decrypter.decrypt(body);
  },
  async close() {
    const encrypter = new Encrypter();
    encrypter.setScryptWorkFactor(10);
    encrypter.setPassphrase(key);
    return encrypter.encrypt(body);
  },
  async reopen() {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(key);
    return decrypter.decrypt(body);
  },
  recipient: () => identityToRecipient(key),
};
process.stdout.write(await acts[process.argv[2]]());
