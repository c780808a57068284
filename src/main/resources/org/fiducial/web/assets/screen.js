// The screen at a door: asks every minute, and says so when nobody answers. Without script the page reloads itself.
(function () {
  'use strict';
  var EVERY_MS = 60000;
  var now = document.getElementById('now');
  var stale = document.getElementById('stale');
  var main = document.getElementById('content');
  if (!now || !stale || !main) { return; }

  function old() {
    var since = now.querySelector('time');
    stale.textContent = stale.dataset.text.replace('{0}', since ? since.textContent : '');
    stale.hidden = false;
    document.body.classList.add('stale');
  }

  function fresh(text) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    var found = page.getElementById('now');
    if (!found) { old(); return; }
    if (now.innerHTML !== found.innerHTML) { now.innerHTML = found.innerHTML; }
    document.body.className = page.body.className;
    stale.hidden = true;
  }

  function ask() {
    var limit = new AbortController();
    var timer = setTimeout(function () { limit.abort(); }, EVERY_MS / 4);
    fetch(main.dataset.here, { cache: 'no-store', signal: limit.signal })
      .then(function (answer) { if (!answer.ok) { throw new Error(String(answer.status)); } return answer.text(); })
      .then(fresh)
      .catch(old)
      .then(function () { clearTimeout(timer); });
  }

  setInterval(ask, EVERY_MS);
  document.addEventListener('visibilitychange', function () { if (!document.hidden) { ask(); } });
})();
