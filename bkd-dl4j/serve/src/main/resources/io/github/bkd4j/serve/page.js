'use strict';

const CHUNK = 200; // texts per request
const CLASSES = 5; // shown per text
const REASONS = 10; // shown per text
const SMALLEST = 0.01; // value of a word that is shown
const TOKENS = 10000; // asked for: all
const EXPLAINED = 100000; // characters; the server explains no longer text
const LARGEST_FILE = 20e6; // bytes
const FIGURE = /^[-\d., to()%]*$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const by = (id) => document.getElementById(id);
const state = { model: null, trainingTexts: new Map(), confusions: [], round: 0 };

/** An element with attributes and children; strings become text, never markup. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  Object.entries(attributes || {}).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
}

async function json(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({ error: 'the server gave no answer that can be read' }));
  if (!response.ok) {
    throw new Error(body.error);
  }
  return body;
}

const query = () => '?model=' + encodeURIComponent(state.model);

const classify = (texts, more) =>
  json('v1/classify' + query(), { method: 'POST', body: JSON.stringify({ texts, ...more }) });

function percent(probability) {
  if (probability > 0.9995 && probability < 1) {
    return '>99.9%';
  }
  return probability > 0 && probability < 0.0005 ? '<0.1%' : (100 * probability).toFixed(1) + '%';
}

const count = (n, one, many) => n.toLocaleString('en') + ' ' + (n === 1 ? one : many);

/* The model */

async function showModel(name) {
  const model = await json('v1/model' + (name ? '?model=' + encodeURIComponent(name) : ''));
  state.model = model.model;
  state.trainingTexts = new Map(model.classes.map((one) => [one.label, one.trainingTexts]));
  const tables = model.card === null ? [classTable(model)] : parts(model.card);
  state.confusions = confusions(tables);
  document.title = model.model + ' - bkd';
  by('name').textContent = model.model;
  by('facts').textContent = facts(model);
  by('models').replaceChildren(...model.models.map((one) => element('option', { value: one }, one)));
  by('models').value = model.model;
  by('chooser').hidden = model.models.length === 1;
  by('text').replaceChildren(...tables.map(shown));
  by('about').hidden = false;
}

function facts(model) {
  const texts = model.classes.reduce((sum, one) => sum + one.trainingTexts, 0);
  const parts = [count(model.classes.length, 'class', 'classes'), 'trained on ' + count(texts, 'text', 'texts')];
  if (model.abstention !== null) {
    parts.push('abstains for ' + model.abstention.replace('=', ' '));
  }
  return parts.join(' \u00b7 ');
}

function classTable(model) {
  const sorted = [...model.classes].sort((a, b) => b.trainingTexts - a.trainingTexts);
  return { table: [['class', 'training texts'], ...sorted.map((one) => [one.label, String(one.trainingTexts)])] };
}

/** The parts of a model card: {heading}, {table} or {paragraph}; what bkd writes is all the Markdown it knows. */
function parts(card) {
  return card.trim().split(/\n{2,}/).slice(1).map((block) => {
    const lines = block.split('\n');
    if (block.startsWith('#')) {
      return { heading: unescaped(block.replace(/^#+ /, '')) };
    }
    if (block.startsWith('|')) {
      return { table: lines.filter((line, i) => i !== 1).map(cells) };
    }
    return { paragraph: unescaped(lines.join(' ')) };
  });
}

const cells = (line) => line.slice(1, -1).split(/(?<!\\)\|/).map((cell) => unescaped(cell.trim()));

const unescaped = (text) =>
  text.replace(/\\([|[`])/g, '$1').replace(/&lt;/g, '<').replace(/&amp;/g, '&');

function confusions(tables) {
  const at = tables.findIndex((part) => part.heading === 'Confusions');
  return at < 0 || !tables[at + 1].table ? [] : tables[at + 1].table.slice(1);
}

function shown(part) {
  if (part.heading) {
    return element('h3', {}, part.heading);
  }
  if (part.paragraph) {
    return element('p', {}, part.paragraph);
  }
  const [head, ...rows] = part.table;
  const kinds = head.map((_, c) => rows.every((row) => FIGURE.test(row[c])) ? { class: 'number' } : {});
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Table of ' + head.join(', ') },
    element('table', {},
      element('thead', {}, element('tr', {}, ...head.map((cell, c) => element('th', { scope: 'col', ...kinds[c] }, cell)))),
      element('tbody', {}, ...rows.map((row) => element('tr', {}, ...row.map((cell, c) => element('td', kinds[c], cell)))))));
}

/* The answers */

async function answer(texts) {
  const round = ++state.round; // a later one replaces it
  const button = by('form').querySelector('button');
  const totals = { texts: 0, abstained: 0, guessed: 0 };
  by('results').replaceChildren();
  button.disabled = true;
  try {
    for (let from = 0; from < texts.length && round === state.round; from += CHUNK) {
      const part = texts.slice(from, from + CHUNK);
      say('Classifying ' + count(texts.length, 'text', 'texts') + ' \u2026');
      const { answers } = await classify(part, { topK: CLASSES });
      if (round === state.round) {
        add(totals, answers);
        by('results').append(...answers.map((one, i) => result(part[i], one)));
        if (from === 0) {
          by('results').querySelector('details').open = true;
        }
      }
    }
    if (round === state.round) {
      say(summary(totals));
    }
  } catch (e) {
    fail(e);
  } finally {
    button.disabled = false;
  }
}

function add(totals, answers) {
  totals.texts += answers.length;
  totals.abstained += answers.filter((one) => !one.answered).length;
  totals.guessed += answers.filter((one) => !one.known).length;
}

function summary(totals) {
  const sentence = [count(totals.texts, 'text', 'texts')];
  if (totals.abstained > 0) {
    sentence.push(totals.abstained.toLocaleString('en') + ' without an answer');
  }
  if (totals.guessed > 0) {
    sentence.push(count(totals.guessed, 'guess', 'guesses'));
  }
  return sentence.join(', ') + '.';
}

function say(sentence) {
  by('status').className = '';
  by('status').textContent = sentence;
}

function fail(e) {
  by('status').className = 'failed';
  by('status').textContent = e instanceof TypeError ? 'The server cannot be reached.' : e.message + '.';
}

function result(text, one) {
  const details = element('details', {},
    element('summary', { class: one.answered ? '' : 'abstained' },
      element('span', { class: 'label' }, named(one), tag(one)),
      element('span', { class: 'probability' }, percent(one.probability)),
      element('span', { class: 'text' }, text)));
  details.addEventListener('toggle', () => details.open && fill(details, text), { once: true });
  return element('li', {}, details);
}

/** The class, or all labels of a model that gives several. */
function named(one) {
  if (!one.answered) {
    return one.labels ? 'No label' : 'No answer';
  }
  return one.labels ? one.labels.map((each) => each.label).join(', ') : one.label;
}

/** Head, middle or tail, of the class that is named; or that it is a guess. */
function tag(one) {
  if (!one.known) {
    return element('span', { class: 'tag guess' }, 'guess');
  }
  return one.answered && one.third ? element('span', { class: 'tag ' + one.third }, one.third) : '';
}

async function fill(details, text) {
  const body = element('div', { class: 'body' }, element('p', { class: 'quoted' }, text));
  details.append(body);
  try {
    const { answers: [one] } = await classify(
      [text],
      text.length > EXPLAINED ? { topK: CLASSES } : { topK: CLASSES, explain: TOKENS },
    );
    const words = [...text.matchAll(WORD)];
    const values = one.explanation ? valuesByPlace(words, one.explanation.tokens) : null;
    body.replaceChildren(
      quoted(text, words, values),
      ...notes(one),
      element('div', { class: 'columns' }, probabilities(one), ...reasons(one, words, values)),
      ...confused(one));
  } catch (e) {
    body.append(element('p', { class: 'note' }, e.message + '.'));
  }
}

const plain = (match) => match[0].normalize('NFC').toLowerCase();

/** What each word of the text has, its parts included; null if the model splits the text into other words. */
function valuesByPlace(words, tokens) {
  const values = words.map(() => 0);
  for (const token of tokens.filter((one) => one.kind !== 'n-gram')) {
    for (const place of token.places) {
      if (place >= words.length || (token.kind === 'word' && plain(words[place]) !== token.token)) {
        return null;
      }
      values[place] += token.value / token.places.length;
    }
  }
  return values;
}

/** The text, with the words that decided marked. */
function quoted(text, words, values) {
  const paragraph = element('p', { class: 'quoted' });
  const least = Math.max(...(values || []).map(Math.abs)) / 10;
  let end = 0;
  words.forEach((word, place) => {
    const value = values === null ? 0 : values[place];
    if (value !== 0 && Math.abs(value) >= least) {
      const title = signed(value) + (value > 0 ? ' for the class' : ' against it');
      paragraph.append(text.slice(end, word.index),
        element('mark', { class: value > 0 ? 'for' : 'against', title }, word[0]));
      end = word.index + word[0].length;
    }
  });
  paragraph.append(text.slice(end));
  return paragraph;
}

const signed = (value) => (value > 0 ? '+' : '\u2212') + Math.abs(value).toFixed(2);

function notes(one) {
  const sentences = [];
  if (!one.answered) {
    sentences.push((one.labels ? 'No label reaches its threshold. The most probable one is ' :
      'The model is not sure enough to answer. Its most probable class is ') + one.label + '.');
  }
  if (!one.known) {
    sentences.push('The model knows nothing of this text: the class is a guess.');
  }
  return sentences.map((sentence) => element('p', { class: 'note' }, sentence));
}

function probabilities(one) {
  const rows = one.candidates.map((candidate) =>
    row(candidate.label, percent(candidate.probability), track('', bar('', 100 * candidate.probability))));
  return element('div', {}, element('h3', {}, 'Most probable classes'), table('Class, probability', rows));
}

function reasons(one, words, values) {
  if (!one.explanation) {
    return [];
  }
  const { other, tokens, addsUp } = one.explanation;
  const sorted = [...byName(tokens, words, values)].filter(([, value]) => Math.abs(value) >= SMALLEST)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, REASONS);
  const most = Math.max(...sorted.map(([, value]) => Math.abs(value)), 1e-9);
  const rows = sorted.map(([name, value]) => row(name, signed(value),
    track(' both', bar(value > 0 ? ' for' : ' against', 50 * Math.abs(value) / most))));
  const unit = addsUp ? 'Shares of the ' + (other ? 'difference of the two logits.' : 'logit.') : 'What leaving a word out would change.';
  return [element('div', {}, element('h3', {}, other ? 'What decided, against ' + other : 'What decided, of ' + one.label),
    rows.length ? table('Words, value', rows) : element('p', {}, 'Nothing: no word is known.'),
    element('p', { class: 'small' }, rows.length ? unit : ''))];
}

/** Values of words and runs of words; of single tokens if the words are not those of the model. */
function byName(tokens, words, values) {
  const sums = new Map();
  const add = (name, value) => value !== 0 && sums.set(name, (sums.get(name) || 0) + value);
  if (values === null) {
    tokens.forEach((token) => add(token.token, token.value));
  } else {
    values.forEach((value, place) => add(plain(words[place]), value));
    tokens.filter((token) => token.kind === 'n-gram').forEach((token) => add(token.token, token.value));
  }
  return sums;
}

function table(caption, rows) {
  return element('table', { class: 'bars' }, element('caption', { class: 'hidden' }, caption), element('tbody', {}, ...rows));
}

function row(name, number, shownAs) {
  return element('tr', {}, element('th', { scope: 'row' }, name), element('td', { 'aria-hidden': 'true' }, shownAs),
    element('td', { class: 'number' }, number));
}

const track = (kind, inside) => element('div', { class: 'track' + kind }, inside);

function bar(kind, width) {
  const made = element('div', { class: 'bar' + kind });
  made.style.width = width + '%';
  return made;
}

/** How common the class was in training, and what it is mistaken for on the test set, from the model card. */
function confused(one) {
  const sentences = [];
  if (one.shots) {
    sentences.push(one.label + ': ' + count(state.trainingTexts.get(one.label), 'training text', 'training texts')
      + ' (' + one.shots + '), in the ' + one.third + ' of the classes.');
  }
  state.confusions.forEach(([truth, predicted, texts]) => {
    const times = count(Number(texts), 'test text', 'test texts');
    if (predicted === one.label) {
      sentences.push(times + ' of ' + truth + (texts === '1' ? ' was' : ' were') + ' taken for it.');
    } else if (truth === one.label) {
      sentences.push(times + ' of it' + (texts === '1' ? ' was' : ' were') + ' taken for ' + predicted + '.');
    }
  });
  return sentences.length ? [element('p', { class: 'small' }, sentences.join(' '))] : [];
}

/* The form */

function submit() {
  const texts = by('texts').value.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  if (texts.length === 0) {
    say('There is no text yet.');
    by('texts').focus();
    return;
  }
  answer(texts);
}

async function open(file) {
  if (file.size > LARGEST_FILE) {
    fail(new Error('The file must be at most 20 MB but is larger'));
    return;
  }
  by('texts').value = (await file.text()).replace(/^\ufeff/, '');
  submit();
}

function listen() {
  by('form').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  by('texts').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  });
  by('file').addEventListener('change', (event) => {
    [...event.target.files].slice(0, 1).forEach(open);
    event.target.value = ''; // so that the same file can be opened again
  });
  by('models').addEventListener('change', (event) => {
    by('results').replaceChildren();
    say('None yet.');
    showModel(event.target.value).catch(fail);
  });
  ['dragover', 'dragleave', 'drop'].forEach((name) => document.addEventListener(name, (event) => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      document.body.classList.toggle('dropping', name === 'dragover');
    }
  }));
  document.addEventListener('drop', (event) => [...event.dataTransfer.files].slice(0, 1).forEach(open));
}

listen();
showModel().catch(fail);
