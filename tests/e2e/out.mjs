// Ways out of a page and into it: each is a piece of script that asks a listener for a path
// of its own name, or that would run what a page must not run. `HERE` stands for the listener.

/** Ways by which something leaves a page. */
const LEAVE = {
  fetch: `fetch(HERE).catch(() => 0)`,
  "fetch-no-cors": `fetch(HERE, { mode: "no-cors", keepalive: true }).catch(() => 0)`,
  xhr: `const x = new XMLHttpRequest(); x.open("GET", HERE); x.send()`,
  beacon: `navigator.sendBeacon(HERE, "x")`,
  websocket: `new WebSocket(HERE.replace("http", "ws"))`,
  eventsource: `new EventSource(HERE)`,
  image: `new Image().src = HERE`,
  srcset: `const i = new Image(); i.srcset = HERE + " 2x"`,
  picture: `add('<picture><source srcset="' + HERE + '"><img></picture>')`,
  "svg-image": `add('<svg><image href="' + HERE + '" width="9" height="9"/></svg>')`,
  video: `add('<video autoplay muted src="' + HERE + '"></video>')`,
  poster: `add('<video poster="' + HERE + '"></video>')`,
  audio: `new Audio(HERE).load()`,
  stylesheet: `add('<link rel="stylesheet" href="' + HERE + '">')`,
  "style-import": `add('<style>@import "' + HERE + '";</style>')`,
  "style-url": `add('<p style="background: url(' + HERE + ')">x</p>')`,
  "sheet-url": `add('<style>body { background: url(' + HERE + ') }</style>')`,
  font: `new FontFace("f", "url(" + HERE + ")").load().catch(() => 0)`,
  script: `const s = document.createElement("script"); s.src = HERE; document.head.append(s)`,
  module: `const s = document.createElement("script"); s.type = "module"; s.src = HERE; document.head.append(s)`,
  import: `import(HERE).catch(() => 0)`,
  frame: `add('<iframe src="' + HERE + '"></iframe>')`,
  "frame-inside": `add('<iframe srcdoc="<img src=' + HERE + '>"></iframe>')`,
  object: `add('<object data="' + HERE + '"></object>')`,
  embed: `add('<embed src="' + HERE + '">')`,
  worker: `new Worker(URL.createObjectURL(new Blob(["fetch('" + HERE + "')"])))`,
  "shared-worker": `new SharedWorker("data:text/javascript,fetch('" + HERE + "')")`,
  "form-get": `add('<form action="' + HERE + '"></form>').submit()`,
  "form-post": `add('<form method="post" action="' + HERE + '"></form>').submit()`,
  "form-away": `add('<form target="_blank" action="' + HERE + '"></form>').submit()`,
  location: `location.href = HERE`,
  replace: `location.replace(HERE)`,
  link: `add('<a href="' + HERE + '">x</a>').click()`,
  "link-away": `add('<a target="_blank" href="' + HERE + '">x</a>').click()`,
  download: `add('<a download="x" href="' + HERE + '">x</a>').click()`,
  open: `window.open(HERE)`,
  refresh: `const m = document.createElement("meta"); m.httpEquiv = "refresh"; m.content = "0; url=" + HERE; document.head.append(m)`,
  preload: `add('<link rel="preload" as="image" href="' + HERE + '">')`,
};

/** Ways by which a script would run that is not the program's: each says its name. */
const RUN = {
  "inline-script": `const s = document.createElement("script"); s.textContent = SAY; document.head.append(s)`,
  "inline-handler": `add('<img src="data:," onerror="' + SAY + '">')`,
  "inline-click": `add('<b onclick="' + SAY + '">x</b>').click()`,
  "inline-focus": `add('<input onfocus="' + SAY + '">').focus()`,
  details: `const d = add('<details ontoggle="' + SAY + '">x</details>'); d.open = true`,
  eval: `try { (0, eval)(SAY) } catch { 0 }`,
  "new-function": `try { new Function(SAY)() } catch { 0 }`,
  "timeout-text": `setTimeout(SAY, 0)`,
  "javascript-link": `add('<a href="javascript:' + SAY + '">x</a>').click()`,
  "javascript-location": `location.href = "javascript:" + SAY`,
  "javascript-frame": `add('<iframe></iframe>').contentWindow.location = "javascript:" + SAY`,
  "script-in-frame": `add('<iframe srcdoc="<script>' + SAY + '</' + 'script>"></iframe>')`,
};

/** All of them, with the paths they would ask for below an address. */
export function waysBelow(address) {
  const add = `const add = (html) => { const box = document.createElement("div"); document.body.append(box); box.innerHTML = html; return box.firstChild };`;
  const leave = Object.entries(LEAVE).map(([name, script]) => {
    const here = JSON.stringify(`${address}/${name}`);
    return { name, script: `${add} const HERE = ${here}; ${script};` };
  });
  const run = Object.entries(RUN).map(([name, script]) => {
    // What runs leaves a mark in the page, and asks for its path where it may.
    const say = `top.ran = (top.ran || '') + ' ${name}'; new Image().src = '${address}/${name}'; void 0`;
    return { name, script: `${add} const SAY = ${JSON.stringify(say)}; ${script};` };
  });
  return [...leave, ...run];
}

/** Commands that Tauri knows or once knew and this window may not call. */
export const UNLISTED = [
  "plugin:fs|read_text_file",
  "plugin:shell|execute",
  "plugin:http|fetch",
  "plugin:opener|open_url",
  "plugin:window|close",
  "plugin:window|create",
  "plugin:webview|create_webview_window",
  "plugin:event|emit",
  "plugin:path|resolve_directory",
  "plugin:app|version",
  "plugin:resources|close",
  "no_such_command",
];
