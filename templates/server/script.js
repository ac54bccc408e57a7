"use strict";
/* The review page with a keyboard: everything here is also there without a script, page by page. */
(() => {
  const article = document.querySelector(".article[data-path]");
  const token = document.querySelector('input[name="token"]')?.value;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const path = article?.dataset.path;

  /* Talking to the server */

  const send = (address, fields) =>
    fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: fields instanceof URLSearchParams ? fields : new URLSearchParams({ token, ...fields }),
    });

  const parsed = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content;
  };

  async function fragment(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return parsed(await answer.text());
  }

  const announcer = document.createElement("p");
  announcer.className = "toast";
  announcer.setAttribute("role", "status");
  document.body.append(announcer);
  let silence;
  function say(text) {
    announcer.textContent = text;
    announcer.classList.add("said");
    clearTimeout(silence);
    silence = setTimeout(() => announcer.classList.remove("said"), 4000);
  }

  /* Keys that every page has */

  const keys = $("#keys");
  const list = $(".rows");
  const typing = (element) => element?.matches?.("input:not([type=checkbox]), textarea, select");
  document.addEventListener("click", (event) => {
    if (keys && event.target.closest("[data-help]")) {
      event.preventDefault();
      keys.showModal();
    }
  });

  /* While a unit is opened or closed, a letter would be a command that nobody meant. */
  let waiting = 0;
  document.addEventListener("keydown", (event) => {
    if (waiting && event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.preventDefault();
  });

  function toTitle(step) {
    const titles = $$(".board .title");
    const place = titles.indexOf(document.activeElement);
    titles[place < 0 ? 0 : place + step]?.focus();
  }

  const everywhere = {
    "?": () => keys?.showModal(),
    b: () => location.assign("/"),
    ...(!list && { Escape: () => $(".way a")?.click() }),
    ...($(".board") && {
      ArrowDown: () => toTitle(1),
      j: () => toTitle(1),
      ArrowUp: () => toTitle(-1),
      k: () => toTitle(-1),
    }),
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || keys?.open) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(document.activeElement) || !everywhere[event.key]) return;
    event.preventDefault();
    everywhere[event.key]();
  });

  if (!article) return;
  document.documentElement.classList.add("scripted");
  $$("[data-writing] textarea, .commenting textarea").forEach(grow);

  function grow(area) {
    if (CSS.supports("field-sizing", "content")) return;
    const fit = () => {
      area.style.blockSize = "auto";
      area.style.blockSize = `${area.scrollHeight + 2}px`;
    };
    area.addEventListener("input", fit);
    requestAnimationFrame(fit);
  }

  /* Rows */

  const row = (unit) => $(`.row[data-unit="${CSS.escape(unit)}"]`);
  const rows = () => $$(".row[data-unit]");
  const isOpen = (one) => one.classList.contains("opened");
  const isToDo = (one) => !one.classList.contains("confirmed");
  let active = null;

  function activate(one, { focus = true } = {}) {
    if (!one) return;
    active?.classList.remove("active");
    active = one;
    active.classList.add("active");
    if (focus) {
      active.tabIndex = -1;
      active.focus({ preventScroll: true });
    }
    const area = active.getBoundingClientRect();
    if (area.top < 110 || area.bottom > innerHeight - 30) {
      active.scrollIntoView({ block: area.height > innerHeight - 150 ? "start" : "center" });
    }
  }

  keys?.addEventListener("close", () => {
    if (document.activeElement === document.body) active?.focus({ preventScroll: true });
  });

  function beside(step, wanted = () => true) {
    const all = rows();
    let place = all.indexOf(active);
    if (place < 0 && step < 0) place = all.length;
    for (place += step; place >= 0 && place < all.length; place += step) {
      if (wanted(all[place])) return all[place];
    }
    return null;
  }

  async function refresh(units) {
    if (!list || !units.length) return;
    const query = new URLSearchParams(units.map((unit) => ["unit", unit]));
    const fresh = await fragment(`${path}/rows?${query}`);
    for (const made of [...fresh.querySelectorAll(".row")]) {
      const old = row(made.dataset.unit);
      if (!old || isOpen(old)) continue;
      const wasActive = old === active;
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(made);
      if (wasActive) {
        active = made;
        made.classList.add("active");
      }
      if (hadFocus) {
        made.tabIndex = -1;
        made.focus({ preventScroll: true });
      }
    }
  }

  /* Rows that nobody has read yet are read when they come into sight, a few at a time. */
  const wanted = new Set();
  let reading = false;
  const sight = new IntersectionObserver(
    (seen) => {
      for (const one of seen) if (one.isIntersecting) wanted.add(one.target.dataset.unit);
      readSome();
    },
    { rootMargin: "50% 0px" },
  );
  async function readSome() {
    if (reading || !wanted.size) return;
    reading = true;
    const some = [...wanted].slice(0, 20);
    some.forEach((unit) => wanted.delete(unit));
    try {
      await refresh(some);
    } catch {
      /* what cannot be read now is read when the page is loaded again */
    }
    reading = false;
    readSome();
  }
  $$(".row[data-unread]").forEach((one) => sight.observe(one));

  /* A long article comes page by page; here its pages become one. */
  async function fetchFurther() {
    for (let link = $("a.further"); link; link = $("a.further")) {
      const page = await fragment(link.href);
      const made = $$(".rows > .row", page);
      list.append(...made);
      made.forEach((one) => one.matches("[data-unread]") && sight.observe(one));
      const following = $("a.further", page);
      if (following) link.replaceWith(following);
      else link.parentElement.remove();
    }
  }

  /* One unit, opened */

  let desk = null;

  class Desk {
    constructor(section, home) {
      this.section = section;
      this.home = home;
      this.unit = section.dataset.desk;
      this.form = $("[data-writing]", section);
      this.area = this.form && $("textarea", this.form);
      this.saved = this.area?.value;
      this.chain = Promise.resolve();
      if (this.area) {
        grow(this.area);
        this.area.addEventListener("input", () => this.changed());
        this.form.addEventListener("submit", (event) => {
          event.preventDefault();
          if (event.submitter?.value === "draft") this.save("draft");
          else confirm();
        });
      }
      this.help();
    }

    get dirty() {
      return Boolean(this.area) && this.area.value !== this.saved;
    }

    tell(text, bad = false) {
      const state = this.form && $("[data-state]", this.form);
      if (!state) return;
      state.textContent = text;
      state.classList.toggle("bad", bad);
    }

    changed() {
      this.tell("Not saved yet");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save("draft"), 1500);
    }

    /* Saves follow one another; what was typed meanwhile goes with the next one. */
    save(as) {
      clearTimeout(this.timer);
      this.chain = this.chain.then(() => this.put(as));
      return this.chain;
    }

    async put(as) {
      if (this.conflict || (as === "draft" && !this.dirty)) return !this.conflict;
      const text = this.area.value;
      this.tell("Saving …");
      let answer;
      try {
        answer = await send(this.form.action, { text, as, seen: this.form.elements.seen.value });
      } catch {
        this.tell("Not saved: the server does not answer. Trying again …", true);
        this.timer = setTimeout(() => this.save(as), 4000);
        return false;
      }
      const told = await answer.json().catch(() => ({}));
      if (answer.status === 409 && "text" in told) {
        this.clash(told, text);
        return false;
      }
      if (!answer.ok) {
        this.tell(`Not saved: ${told.error || answer.status}. ${told.hint || ""}`, true);
        return false;
      }
      this.form.elements.seen.value = told.version;
      this.saved = text;
      if (!this.dirty) this.tell(told.confirmed ? "Confirmed" : "Saved as draft");
      if (as === "draft") this.renew();
      poll();
      return true;
    }

    /* Somebody else has written this unit meanwhile: both texts, and the person chooses. */
    clash(told, mine) {
      this.conflict?.remove();
      const box = parsed(
        '<div class="aside rival" role="alert"><h2></h2><p class="target"></p>' +
          '<p class="acts"><button type="button" data-choose="theirs">Keep that text</button>' +
          '<button type="button" data-choose="mine">Keep mine</button></p></div>',
      ).firstElementChild;
      $("h2", box).textContent = `${told.by || "Somebody"} has changed this meanwhile`;
      const theirs = $("p.target", box);
      theirs.textContent = told.text;
      theirs.lang = this.area.lang;
      theirs.dir = this.area.dir;
      box.addEventListener("click", (event) => {
        const choice = event.target.closest("[data-choose]")?.dataset.choose;
        if (!choice) return;
        this.form.elements.seen.value = told.version;
        this.conflict = null;
        box.remove();
        if (choice === "theirs") {
          this.area.value = told.text;
          this.saved = told.text;
          this.renew();
          this.tell("Their text stands");
        } else {
          this.saved = told.text;
          this.tell("Not saved yet");
          this.save("draft");
        }
        this.area.focus();
      });
      this.conflict = box;
      this.form.after(box);
      this.tell("Two texts: choose one", true);
    }

    /* What the page says of the text, renewed without touching what is being typed. */
    async renew() {
      const fresh = await fragment(`${path}/u/${this.unit}?part=1`).catch(() => null);
      if (!fresh || desk !== this) return;
      for (const part of $$("[data-live]", this.section)) {
        const made = $(`[data-live="${part.dataset.live}"]`, fresh);
        if (made && !part.contains(document.activeElement)) part.replaceWith(made);
      }
      return fresh;
    }

    async help() {
      const place = $("[data-aids]", this.section);
      if (!place) return;
      const aids = await fragment(`${place.dataset.aids}?part=1`).catch(() => null);
      if (aids) place.replaceChildren(...aids.children);
    }

    /* Somebody else wrote: the text is taken over where nothing was typed here. */
    async overtaken() {
      await this.chain;
      if (this.conflict) return;
      const seen = this.form?.elements.seen.value;
      const fresh = await this.renew();
      const form = fresh && $("[data-writing]", fresh);
      await this.chain;
      if (!form || !this.area || this.form.elements.seen.value !== seen) return; // ours was the later
      if (form.elements.seen.value === seen) return;
      const theirs = $("textarea", form).value;
      if (!this.dirty) {
        this.area.value = theirs;
        this.saved = theirs;
        this.form.elements.seen.value = form.elements.seen.value;
        this.tell("Somebody else has changed this just now");
      } else {
        const told = { text: theirs, version: form.elements.seen.value, by: $(".desk", fresh).dataset.by };
        this.clash(told, this.area.value);
      }
    }

    insert(text) {
      if (!this.area) return;
      const { selectionStart: start, selectionEnd: end, value } = this.area;
      const before = start && !/[\s([«“‘"'-]$/u.test(value.slice(0, start)) ? " " : "";
      const after = end < value.length && !/^[\s.,;:!?)\]»”’"'-]/u.test(value.slice(end)) ? " " : "";
      this.area.focus();
      this.area.setRangeText(`${before}${text}${after}`, start, end, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }

    replace(text) {
      if (!this.area) return;
      this.area.focus();
      this.area.setRangeText(text, 0, this.area.value.length, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }

    /* Places are counted in characters, the way the server counts them. */
    mend({ mend, start, end, excerpt }) {
      if (!this.area) return;
      const letters = [...this.area.value];
      if (letters.slice(+start, +end).join("") !== excerpt) {
        say("The text has changed there; look at it again.");
        return;
      }
      const from = letters.slice(0, +start).join("").length;
      this.area.focus();
      this.area.setRangeText(mend, from, from + excerpt.length, "end");
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
      this.save("draft");
    }

    async close() {
      if (this.conflict) {
        say("Two texts stand here: choose one first.");
        return false;
      }
      if (this.area && this.dirty && !(await this.save("draft"))) {
        say("This text is not saved yet.");
        return false;
      }
      await this.chain;
      return true;
    }
  }

  /* One after the other, however fast the keys come. */
  let turn = Promise.resolve();
  function inTurn(act) {
    waiting += 1;
    turn = turn.then(act, act).finally(() => {
      waiting -= 1;
    });
    return turn;
  }
  const open = (one) => inTurn(() => unfold(one));
  const close = () => inTurn(fold);

  async function unfold(one) {
    if (!one || isOpen(one)) return desk;
    if (!(await fold({ focus: false }))) return null;
    activate(one, { focus: false });
    let part;
    try {
      part = await fragment(`${path}/u/${one.dataset.unit}?part=1`);
    } catch {
      say("The unit cannot be opened now.");
      return null;
    }
    const home = row(one.dataset.unit); // which may have been refreshed meanwhile
    home.classList.add("opened");
    home.append(part);
    desk = new Desk($(".desk", home), home);
    (desk.area || $("textarea, button, a", desk.section))?.focus();
    desk.area?.setSelectionRange(desk.area.value.length, desk.area.value.length);
    home.scrollIntoView({ block: "nearest" });
    return desk;
  }

  async function fold({ focus = true } = {}) {
    const shut = desk;
    if (!shut || !shut.home) return true;
    if (!(await shut.close())) return false;
    desk = null;
    shut.section.remove();
    shut.home.classList.remove("opened");
    const unit = shut.home.dataset.unit;
    if (focus) activate(shut.home);
    refresh([unit]).catch(() => {});
    return true;
  }

  const confirm = () => inTurn(async () => (await desk?.save("confirm")) && onward());

  async function onward() {
    if (!desk.home) {
      location.reload();
      return;
    }
    const following = beside(1, isToDo);
    desk.home.classList.replace("draft", "confirmed");
    if (!(await fold({ focus: !following }))) return;
    if (following) await unfold(following);
    else say("That was the last one to do here.");
  }

  async function confirmHere(one) {
    const button = $("button.sign.draft", one);
    if (!button) return;
    const answer = await send(button.formAction, { as: "confirm", seen: button.value }).catch(() => null);
    if (answer?.ok) say("Confirmed");
    else say(answer?.status === 409 ? "Somebody has changed this meanwhile: look at it again." : "Not confirmed.");
    await refresh([one.dataset.unit]).catch(() => {});
    poll();
  }

  /* What is clicked */

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button, a, summary");
    const home = event.target.closest(".row");
    if (!pressed) {
      if (home && !isOpen(home) && event.target.closest(".target, .source") && !String(getSelection())) open(home);
      return;
    }
    const inDesk = pressed.closest(".desk");
    if (pressed.dataset.insert !== undefined) {
      if (inDesk) desk?.insert(pressed.dataset.insert);
      else open(home).then((opened) => opened?.insert(pressed.dataset.insert));
    } else if (pressed.dataset.replace !== undefined) {
      desk?.replace(pressed.dataset.replace);
    } else if (pressed.dataset.mend !== undefined) {
      if (inDesk) desk?.mend(pressed.dataset);
      else open(home).then((opened) => opened?.mend(pressed.dataset));
    } else if (pressed.matches("button.sign.draft")) {
      event.preventDefault();
      confirmHere(home);
    } else if (pressed.matches(".row > .number") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (isOpen(home)) close();
      else open(home);
    }
  });

  /* A term that is added begins with the words that were marked. */
  let marked = { source: "", term: "" };
  document.addEventListener("selectionchange", () => {
    if (!desk) return;
    const words = String(getSelection()).trim();
    const place = getSelection().anchorNode?.parentElement;
    if (words && place?.closest(".source")) marked.source = words;
    if (document.activeElement === desk.area) {
      const { selectionStart: start, selectionEnd: end, value } = desk.area;
      if (end > start) marked.term = value.slice(start, end).trim();
    }
  });
  document.addEventListener(
    "toggle",
    (event) => {
      if (!event.target.matches?.("[data-term][open]")) return;
      const { source, term } = $("form", event.target).elements;
      source.value ||= marked.source.slice(0, 200);
      term.value ||= marked.term.slice(0, 200);
      (source.value ? term : source).focus();
      marked = { source: "", term: "" };
    },
    true,
  );

  /* Small forms inside an opened unit: remarks, waivers, terms */
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-quiet]") || !desk?.section.contains(form)) return;
    event.preventDefault();
    const action = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
    const answer = await send(action, new URLSearchParams(new FormData(form, event.submitter))).catch(() => null);
    const told = (await answer?.json().catch(() => ({}))) || {};
    if (!answer?.ok) {
      say(`${told.error || "The server does not answer."} ${told.hint || ""}`);
      return;
    }
    form.reset();
    document.activeElement?.blur();
    say(told.done ? told.done[0].toUpperCase() + told.done.slice(1) : "Done");
    await desk?.renew();
    if (form.matches(".adding")) desk?.help();
    (desk?.area || desk?.section)?.focus();
    poll();
  });

  /* The keyboard */

  const moves = {
    ArrowDown: () => activate(beside(1)),
    j: () => activate(beside(1)),
    ArrowUp: () => activate(beside(-1)),
    k: () => activate(beside(-1)),
    n: () => {
      const following = beside(1, isToDo);
      if (following) activate(following);
      else say("Nothing more to do from here on.");
    },
    Enter: () => open(active || rows()[0]),
    e: () => open(active || rows()[0]),
    x: () => active && confirmHere(active),
    c: () => open(active || rows()[0]).then(() => $(".desk .commenting textarea")?.focus()),
    "/": () => $('.find input')?.focus(),
  };

  const inDesk = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    m: () => $(".findings [data-mend]", desk.section)?.click(),
    u: () => $(".match [data-replace]", desk.section)?.click(),
  };

  const step = (by) => inTurn(() => unfold(beside(by)));

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || keys?.open) return;
    const element = document.activeElement;
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && desk?.area) {
      event.preventDefault();
      confirm();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s" && desk?.area) {
      event.preventDefault();
      desk.save("draft");
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (!desk) return;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const letter = /^Key([MU])$/.exec(event.code)?.[1]?.toLowerCase();
      const act = inDesk[letter || event.key];
      if (digit) $$(".terms .use", desk.section)[digit - 1]?.click();
      else if (act) act();
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      if (desk?.home) {
        event.preventDefault();
        close();
      } else if (typing(element)) activate(active || rows()[0]);
      return;
    }
    if (typing(element)) return;
    if (element?.matches("button, a, summary, input") && (event.key === "Enter" || event.key === " ")) return;
    const link = $(`[data-key="${CSS.escape(event.key)}"]`);
    const filter = /^[1-6]$/.test(event.key) && $$(".filters > a")[event.key - 1];
    if (list && moves[event.key]) moves[event.key]();
    else if (link) link.click();
    else if (filter) filter.click();
    else return;
    event.preventDefault();
  });

  addEventListener("beforeunload", (event) => {
    if (desk && (desk.dirty || desk.conflict)) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && desk?.dirty) desk.save("draft");
    else if (!document.hidden) poll();
  });

  /* What others do */

  let mark = article.dataset.mark;
  let known = null;
  let polling = false;

  async function poll() {
    if (!list || polling || document.hidden || !mark) return;
    polling = true;
    try {
      const answer = await fetch(`${path}/changes?mark=${encodeURIComponent(known ? mark : "")}`);
      if (answer.status === 401) say("You are signed out: open the page again.");
      else if (answer.ok) await take(await answer.json());
    } catch {
      /* the server is away; the next question may reach it */
    }
    polling = false;
  }

  async function take(told) {
    const first = known === null;
    const stale = first && told.mark !== mark;
    mark = told.mark;
    $("[data-confirmed]").textContent = told.confirmed;
    $(".opening progress").value = told.confirmed;
    const stage = $("[data-stage]");
    stage.textContent = told.stage[0].toUpperCase() + told.stage.slice(1);
    stage.className = `chip ${told.stage}`;
    if (!told.units) return;
    const before = known;
    known = told.units;
    if (before && Object.keys(before).join() !== Object.keys(known).join()) {
      say("The source was changed: load the page again to see its new units.");
    }
    const moved = Object.keys(known).filter((unit) => (stale ? true : before && before[unit] !== known[unit]));
    const shown = moved.filter((unit) => row(unit));
    if (desk && moved.includes(desk.unit)) desk.overtaken();
    for (let start = 0; start < shown.length; start += 50) await refresh(shown.slice(start, start + 50));
  }

  if (list) {
    poll();
    setInterval(poll, 5000);
    const goThere = () => location.hash && activate(row(decodeURIComponent(location.hash.slice(1))));
    addEventListener("hashchange", goThere);
    goThere();
    fetchFurther().then(
      () => active || goThere(),
      () => say("The rest of the article cannot be fetched now."),
    );
  } else {
    const alone = $(".desk");
    if (alone) {
      desk = new Desk(alone, null);
      $$(".alone > .way a").forEach((link) => link.addEventListener("click", (event) => {
        if (!desk.dirty) return;
        event.preventDefault();
        desk.save("draft").then((done) => done && location.assign(link.href));
      }));
    }
  }
})();
