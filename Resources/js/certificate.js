// The check of a certificate in the browser itself: the signature in the part of the address that no server sees.
const zbornicaCertificate = {
  bytes(text) {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  },

  // The signed facts of a payload, or null when it is none.
  read(payload) {
    try {
      const [facts, signature, more] = payload.split(".");
      if (more !== undefined) return null;
      const signed = this.bytes(facts);
      const lines = new TextDecoder("utf-8", { fatal: true }).decode(signed).split("\n");
      if (lines.length !== 10 || lines[0] !== "Z1") return null;
      const [, key, sort, code, number, day, hours, points, programme, name] = lines;
      return { key, sort, code, number, day, hours, points, programme, name, signed, signature: this.bytes(signature) };
    } catch { return null; }
  },

  // "good", "wrong", "revoked", "unknown" (no such key), or "cannot" where the browser knows no Ed25519.
  async judge(facts, keys) {
    const key = keys.keys.find((key) => key.kid === facts.key);
    if (!key) return "unknown";
    let own;
    try {
      own = await crypto.subtle.importKey("raw", this.bytes(key.x), { name: "Ed25519" }, false, ["verify"]);
    } catch { return "cannot"; }
    if (!(await crypto.subtle.verify("Ed25519", own, facts.signature, facts.signed))) return "wrong";
    return key.revoked ? "revoked" : "good";
  },

  // A long name is cut in the payload and ends with an ellipsis.
  same(short, long) {
    return short === long || (short.endsWith("…") && long.startsWith(short.slice(0, -1)));
  },
};

// A page that waits for something looks again by itself.
for (const waiting of document.querySelectorAll("[data-refresh]")) setTimeout(() => location.reload(), 1_000 * waiting.dataset.refresh);

(async () => {
  "use strict";
  const line = document.querySelector("[data-certificate]");
  const payload = location.hash.slice(1);
  if (!line || !payload) return;
  const shown = line.dataset;
  const facts = zbornicaCertificate.read(payload);
  // What does not fit stands before everything else.
  const warn = (line) => { line.className = "notice bad"; line.role = "alert"; document.querySelector("main").prepend(line); };
  if (!facts) { line.textContent = shown.wrong; warn(line); return; }
  try {
    const keys = await (await fetch("/.well-known/zbornica-keys.json")).json();
    let verdict = await zbornicaCertificate.judge(facts, keys);
    if (verdict === "unknown") verdict = "wrong";
    const agrees = facts.code === shown.certificate && facts.number === shown.number && facts.day === shown.day && facts.hours === shown.hours
      && facts.points === shown.points && zbornicaCertificate.same(facts.name, shown.name);
    if (verdict === "good" && !agrees) verdict = "other";
    line.textContent = shown[verdict];
    line.classList.remove("muted");
    line.dataset.verdict = verdict;
    if (["wrong", "other", "revoked"].includes(verdict)) warn(line);
  } catch { line.textContent = shown.cannot; }
})();
