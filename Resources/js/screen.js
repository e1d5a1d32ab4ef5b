// The projector: the code is fetched anew in time. When the network fails, the old one goes, because it is worth nothing.
(() => {
  "use strict";
  const find = () => document.querySelector("[data-left]");
  let ends = Date.now() + Number(find()?.dataset.left ?? 5) * 1000;

  const renew = async () => {
    try {
      const answer = await fetch(location.href, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
      if (answer.type === "opaqueredirect" || answer.status === 404) { location.reload(); return; }
      if (!answer.ok) throw new Error();
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector("main").replaceWith(next.querySelector("main"));
      ends = Date.now() + Number(find()?.dataset.left ?? 5) * 1000;
    } catch {
      const screen = find();
      if (screen) screen.classList.add("lost");
      ends = Date.now() + 2_000;
    }
    setTimeout(renew, Math.max(500, ends - Date.now() + 150));
  };
  setTimeout(renew, Math.max(500, ends - Date.now() + 150));
})();
