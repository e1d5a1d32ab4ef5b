// Serves the door's page when there is no network: that page and its files, nothing else.
"use strict";

const door = /^\/[A-Za-z-]+\/staff\/events\/\d+\/sessions\/\d+\/door$/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname, origin } = new URL(request.url);
  event.waitUntil(sweep());
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate" && door.test(pathname)) event.respondWith(page(request, pathname));
  else if (pathname.startsWith("/static/")) event.respondWith(file(request));
});

/// A page is kept for a day and a half.
const isFresh = (answer) => Date.now() - Date.parse(answer.headers.get("date")) < 36 * 3_600_000;

async function sweep() {
  const cache = await caches.open("door");
  for (const request of await cache.keys()) {
    if (new URL(request.url).pathname.startsWith("/static/")) continue;
    const kept = await cache.match(request);
    if (kept && !isFresh(kept)) await cache.delete(request);
  }
}

/// The network first; the kept page when it is silent. What the server no longer shows is forgotten.
async function page(request, pathname) {
  const cache = await caches.open("door");
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(6_000) });
    if (answer.ok) await cache.put(pathname, answer.clone());
    else if (answer.type === "opaqueredirect" || answer.status === 404) await cache.delete(pathname);
    return answer;
  } catch {
    const kept = await cache.match(pathname);
    return kept && isFresh(kept) ? kept : Response.error();
  }
}

/// Names of files hold their content: what is kept is right.
async function file(request) {
  const cache = await caches.open("door");
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
