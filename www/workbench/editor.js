// <law-editor>: a file of the law as a text, with its words coloured, names completed and what is wrong under its line.
//
// It is in a shadow root: its style sheets are then constructed ones, which a policy without inline styles allows. A
// browser that has none gets a plain text box.

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";

/** How long nobody types before the page hears of it. */
const DEBOUNCE_MS = 300;

/** What a screen reader calls it. */
const LABEL = "政策文件的文字";

const look = EditorView.theme({
  "&": { height: "75vh", border: "1px solid var(--line-strong)", backgroundColor: "var(--paper)", color: "var(--ink)" },
  "&.cm-focused": { outline: "3px solid var(--action)" },
  ".cm-scroller": { fontFamily: 'Consolas, Menlo, "Noto Sans Mono CJK SC", monospace', fontSize: "15px", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--ink-soft)", border: "0" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--action-tint)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line-strong)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--action)", color: "var(--on-action)" },
});

/** Colours of the page's own tokens, so that a dark screen has dark ones. */
const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--ink-soft)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--yes)" },
  { tag: [tags.number, tags.bool, tags.atom], color: "var(--open)" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--action)" },
]);

class LawEditor extends HTMLElement {
  #view = null;

  #extensions = [];

  #plain = null;

  #names = [];

  #faults = [];

  #text = "";

  #timer = 0;

  /** What the page heard last. */
  #said = "";

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    if ("adoptedStyleSheets" in root) this.#view = this.#editor(root);
    else this.#plain = this.#box(root);
    this.#put();
  }

  #editor(root) {
    const complete = (context) => {
      const word = context.matchBefore(/[\p{L}\p{N}_-]+/u);
      if (!word && !context.explicit) return null;
      return { from: word ? word.from : context.pos, options: this.#names.map((label) => ({ label })) };
    };
    this.#extensions = [
      lineNumbers(), lintGutter(), highlightActiveLine(), history(), look,
      StreamLanguage.define(toml), syntaxHighlighting(colours),
      autocompletion({ override: [complete] }),
      keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ "aria-label": LABEL, spellcheck: "false", tabindex: "0" }),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged && state.doc.toString() !== this.#text) this.#heard(state.doc.toString());
      }),
      // A user who goes to another file has typed in this one.
      EditorView.domEventHandlers({ blur: () => { this.#say(); } }),
    ];
    return new EditorView({ root, parent: root, state: this.#state() });
  }

  #state() {
    return EditorState.create({ doc: this.#text, extensions: this.#extensions });
  }

  #box(root) {
    const box = document.createElement("textarea");
    box.setAttribute("aria-label", LABEL);
    box.rows = 30;
    box.cols = 80;
    box.addEventListener("input", () => this.#heard(box.value));
    root.append(box);
    return box;
  }

  /** Says, once nobody types, that the text is another one. */
  #heard(text) {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), DEBOUNCE_MS);
  }

  #say() {
    if (this.#timer === 0) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#said = this.#text;
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #put() {
    if (this.#plain) this.#plain.value = this.#text;
    const view = this.#view;
    if (!view) return;
    const now = view.state.doc.toString();
    // Another text, and nothing to undo in it yet: what was before is another file's, or undone by the page's own 撤销.
    if (now !== this.#text) view.setState(this.#state());
    this.#mark();
  }

  #mark() {
    const view = this.#view;
    if (!view) return;
    const { doc } = view.state;
    const diagnostics = this.#faults.map(([line, isWrong, message]) => {
      const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return { from, to, severity: isWrong ? "error" : "warning", message };
    });
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  get text() {
    return this.#text;
  }

  set text(text) {
    // The page gives back what it heard, while the officer has typed on.
    if (text === this.#text || (this.#timer !== 0 && text === this.#said)) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#text = text;
    this.#put();
  }

  /** What can be completed. */
  set names(names) {
    this.#names = names;
  }

  /** What is wrong: line, whether it must be put right, sentence. */
  set faults(faults) {
    this.#faults = faults;
    this.#mark();
  }

  /** Types a text over all that is there. */
  type(text) {
    if (this.#view) this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
    else this.#heard(text);
  }

  /** Brings a line into view, and the cursor to it. */
  show(line) {
    const view = this.#view;
    if (!view) return;
    const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.focus();
  }
}

customElements.define("law-editor", LawEditor);
