// The TypeScript age as the other party: node peer.mjs ACT, with a key or a passphrase in the first line of standard input;
// node peer.mjs seal-stream RECIPIENT and node peer.mjs open-stream KEYFILE, for files that no memory holds.
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Decrypter, Encrypter, identityToRecipient } from "age-encryption";

const streams = {
  async "seal-stream"(recipient, source) {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return encrypter.encrypt(source);
  },
  async "open-stream"(keyFile, source) {
    const decrypter = new Decrypter();
    const lines = (await readFile(keyFile, "utf8")).split("\n");
    decrypter.addIdentity(lines.find((line) => line.startsWith("AGE-SECRET-KEY-")).trim());
    return decrypter.decrypt(source);
  },
};
if (process.argv[2] in streams) {
  const passed = await streams[process.argv[2]](process.argv[3], Readable.toWeb(process.stdin));
  await pipeline(Readable.fromWeb(passed), process.stdout);
  process.exit(0);
}

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
