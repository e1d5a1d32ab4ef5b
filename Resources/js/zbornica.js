// Small comforts. Every page works without them.
(() => {
  "use strict";

  // A form is sent once. The button shows it; coming back to the page, or a long wait, makes it fresh again.
  const refresh = () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
    for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (event.submitter?.formTarget === "_blank" || form.method === "get") return;
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-disabled", "true");
    setTimeout(refresh, 10_000);
  });
  addEventListener("pageshow", refresh);

  // One box chooses all rows of a table.
  for (const label of document.querySelectorAll("label[data-all]")) {
    const all = label.querySelector("input");
    const boxes = [...document.querySelectorAll('input[type="checkbox"]')].filter((box) => box.name === label.dataset.all);
    if (boxes.length < 2) continue;
    const show = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      all.checked = chosen === boxes.length;
      all.indeterminate = chosen > 0 && chosen < boxes.length;
    };
    all.addEventListener("change", () => { for (const box of boxes) box.checked = all.checked; });
    for (const box of boxes) box.addEventListener("change", show);
    label.hidden = false;
    show();
  }

  // Buttons that only a browser can serve.
  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    const box = document.getElementById(button.dataset.copy);
    if (!box || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      box.select();
      try {
        await navigator.clipboard.writeText(box.value);
        button.textContent = button.dataset.done;
      } catch { box.focus(); }
    });
  }

  // A day is typed as people write it, or picked: the browser's calendar writes it into the box in the page's own way.
  for (const button of document.querySelectorAll("button[data-pick]")) {
    const box = document.getElementById(button.dataset.pick);
    const picker = button.nextElementSibling;
    if (!box || !picker.showPicker) continue;
    const isSerbian = document.documentElement.lang.startsWith("sr");
    button.hidden = picker.hidden = picker.disabled = false;
    button.addEventListener("click", () => {
      const [, day, month, year] = box.value.match(/^\s*(\d{1,2})\D+(\d{1,2})\D+(\d{4})\D*$/) ?? [];
      picker.value = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : box.value.trim();
      picker.showPicker();
    });
    picker.addEventListener("change", () => {
      if (!picker.value) return;
      const [year, month, day] = picker.value.split("-").map(Number);
      box.value = isSerbian ? `${day}.${month}.${year}.` : picker.value;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    });
  }

  // A menu closes when one taps beside it, or with Escape.
  for (const menu of document.querySelectorAll(".thumb details, .menu")) {
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  // Where nobody is signed in, the page of the door that was kept for marking without a network goes. Marks that wait hold no names and stay.
  if (document.querySelector(".reader > a:only-child")) globalThis.caches?.delete("door").catch(() => {});

  // Leaving a long form that holds unsent words asks first. Nothing typed is ever stored in the browser.
  for (const form of document.querySelectorAll("form[data-guard]")) {
    let isDirty = false;
    form.addEventListener("input", () => { isDirty = true; });
    addEventListener("beforeunload", (event) => { if (isDirty && !form.dataset.sent) event.preventDefault(); });
  }

  // What a juror has chosen is kept while they choose. Its button keeps it too.
  const kept = document.querySelector("[data-keep]");
  if (kept) {
    const form = kept.closest("form");
    let timer;
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (form.dataset.sent) return;
        try {
          const answer = await fetch(kept.dataset.keep, { method: "POST", body: new URLSearchParams(new FormData(form)) });
          if (answer.ok) kept.textContent = await answer.text();
        } catch { /* The button is still there. */ }
      }, 700);
    });
  }

  // The desk: a sign is heard as well as seen, and the field is ready for the next scan. A browser makes no sound before somebody has pressed a key; a scanner presses many.
  const sign = document.querySelector("[data-beep]");
  if (sign) {
    try {
      const sound = new AudioContext(), tones = { good: [880], waiting: [660, 660], bad: [220, 180] }[sign.dataset.beep] ?? [];
      tones.forEach((pitch, place) => {
        const voice = sound.createOscillator(), volume = sound.createGain(), start = sound.currentTime + place * 0.18;
        voice.frequency.value = pitch;
        volume.gain.value = 0.1;
        voice.connect(volume).connect(sound.destination);
        voice.start(start);
        voice.stop(start + 0.14);
      });
    } catch { /* Without sound the sign is still seen. */ }
  }
  const scan = document.querySelector("[data-scan]");
  if (scan) {
    scan.focus();
    scan.addEventListener("keydown", (event) => {
      const undo = document.querySelector("form[data-undo]");
      if (!undo || scan.value || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      undo.requestSubmit();
    });
  }
})();
