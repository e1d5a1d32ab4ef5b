// The door: marks are kept on the device and sent when there is a network. Nothing but ids, marks and moments is stored.
(() => {
  "use strict";
  const form = document.querySelector("form[data-door]");
  const line = document.querySelector("[data-line]");
  if (!form || !line) return;

  const { door, session, who } = form.dataset;
  const store = `door.${who}.${session}`;
  const words = new Map(form.dataset.words.split(";").map((pair) => pair.split("=")));
  const people = new Map([...form.querySelectorAll("[data-person]")].map((item) => [item.dataset.person, item]));
  const page = location.pathname;

  // MARK: The queue

  const read = () => { try { return JSON.parse(localStorage.getItem(store)) ?? []; } catch { return []; } };
  const write = (queue) => {
    if (queue.length) localStorage.setItem(store, JSON.stringify(queue)); else localStorage.removeItem(store);
  };
  // How everybody stood when the server was last heard, and how far its clock is ahead of this one: for a page that is opened without a network.
  const heard = `${store}.heard`;
  const remember = (marks) => localStorage.setItem(heard, JSON.stringify({ at: Date.now(), ahead, marks }));
  const recall = () => { try { return JSON.parse(localStorage.getItem(heard)) ?? {}; } catch { return {}; } };
  // An answer is late by its way here: the largest lead is the truest, and a later mark never gets an earlier moment. A leap means that this clock was set.
  let { ahead } = recall(), isHeard = false;
  const hear = (now) => {
    const told = now * 1000 - Date.now();
    ahead = Math.abs(told - ahead) < 60_000 ? Math.max(told, ahead) : told;
    isHeard = true;
  };
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const add = (person, mark) => {
    write([...read(), { key: key(), person, mark, made: Date.now() }]);
    paint(person, mark === "none" ? "" : mark, words.get(mark === "none" ? "" : mark));
    tell();
    send();
  };

  // MARK: What is seen

  const paint = (person, mark, word) => {
    const item = people.get(person);
    if (!item) return;
    item.dataset.mark = mark;
    item.querySelector("[data-word]").textContent = word || words.get("");
  };

  const count = () => {
    const marks = [...people.values()].map((item) => item.dataset.mark);
    const total = document.querySelector("[data-there]"), missing = document.querySelector("[data-missing]");
    if (document.querySelector('[aria-current][href*="show=missing"]') || new URLSearchParams(location.search).get("q")) return;
    total.textContent = marks.filter((mark) => ["present", "late", "left"].includes(mark)).length;
    missing.textContent = marks.filter((mark) => !mark).length;
  };

  let state = navigator.onLine ? "online" : "offline";
  const tell = () => {
    const waiting = read().length;
    line.hidden = state === "online" && !waiting;
    line.className = `door-line ${state}`;
    line.textContent = line.dataset[state] + (waiting ? ` ${line.dataset.waits} ${waiting}` : "");
    count();
  };

  /// What the server says, and over it what it has not heard yet.
  const show = (marks) => {
    for (const [person, { mark, word }] of Object.entries(marks)) paint(person, mark, word);
    for (const { person, mark } of read()) paint(person, mark === "none" ? "" : mark, words.get(mark === "none" ? "" : mark));
    tell();
  };

  const refuse = (reasons) => {
    for (const reason of reasons) {
      const notice = document.createElement("p");
      notice.className = "door-refused";
      notice.setAttribute("role", "alert");
      notice.textContent = reason;
      line.after(notice);
    }
  };

  // MARK: Sending

  let isSending = false;
  const send = async () => {
    if (isSending) return;
    isSending = true;
    try {
      // Marks go once the server's clock was heard.
      const queue = isHeard ? read().slice(0, 200) : [];
      const body = new URLSearchParams({ act: form.elements.act.value });
      for (const { key, person, mark, made } of queue) body.append("mark", `${key}.${person}.${mark}.${Math.floor((made + ahead) / 1000)}`);
      const options = queue.length ? { method: "POST", body } : {};
      const answer = await fetch(door, { ...options, redirect: "manual", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(30_000) });
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) state = "enter";
      else if (!answer.ok) state = "offline";
      else {
        const { now, marks, done, refused } = await answer.json();
        hear(now);
        const gone = new Set(done);
        write(read().filter(({ key }) => !gone.has(key)));
        state = "online";
        remember(marks);
        refuse(refused);
        show(marks);
      }
    } catch {
      state = "offline";
      show(recall().marks ?? {});
    } finally { isSending = false; }
    tell();
    if (state === "online" && read().length) setTimeout(send, 50);
  };

  form.addEventListener("submit", (event) => {
    const [person, mark] = (event.submitter?.value ?? "").split(".");
    if (!people.has(person)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.submitter.closest("details")?.removeAttribute("open");
    add(person, mark);
  });
  addEventListener("online", send);
  addEventListener("offline", () => { state = "offline"; tell(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
  setInterval(() => { if (!document.hidden) send(); }, 15_000);

  // MARK: Search in either script

  const cyrillic = new Map([..."абвгдђежзијклмнопрстћуфхцчш"].map((letter, index) => [letter, [..."abvgddezzijklmnoprstcufhccs"][index]]));
  cyrillic.set("љ", "lj").set("њ", "nj").set("џ", "dz");
  const fold = (text) => [...text.toLowerCase().normalize("NFC")].map((letter) => cyrillic.get(letter) ?? (letter === "đ" ? "d" : letter)).join("")
    .normalize("NFD").replace(/\p{M}/gu, "").replace(/['’‘]/g, "").replace(/dj+/g, "d").split(/[^a-z0-9]+/).filter(Boolean);

  const search = document.querySelector(".door-search input[type=search]");
  const find = () => {
    const wanted = fold(search.value);
    let shown = 0;
    for (const item of people.values()) {
      const own = item.dataset.search.split(" ");
      item.hidden = !wanted.every((word) => own.some((mine) => mine.startsWith(word)));
      if (!item.hidden) shown += 1;
    }
    document.querySelector("[data-nothing]").hidden = shown > 0;
  };
  search.addEventListener("input", find);
  search.form.addEventListener("submit", (event) => { event.preventDefault(); search.blur(); });

  // MARK: Without a network

  // This page, and only it, is kept on the device for a day and a half: the worker sweeps.
  const keep = async () => {
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/worker.js", { scope: page.slice(0, page.lastIndexOf("/") + 1) });
    const cache = await caches.open("door");
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith("door.") && name.endsWith(".heard"))) {
      if (!(Date.now() - JSON.parse(localStorage.getItem(name)).at < 36 * 3_600_000)) localStorage.removeItem(name);
    }
    const files = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload], script[src]")].map((tag) => tag.href || tag.src);
    await Promise.all([page, ...files].map(async (file) => {
      const answer = await fetch(file, { redirect: "manual" });
      if (answer.ok) await cache.put(file, answer);
    }));
  };

  // A page that came out of the store may be old: the server's word and the queue are laid over it.
  show({});
  send();
  keep().catch(() => {});
})();
