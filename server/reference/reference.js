/** Draws /openapi.json: each operation, what it takes, what it gives. Nothing is fetched from elsewhere. */
const AREAS = { people: '人与登录', messages: '消息', files: '照片、录音与单据', tickets: '工单', wishes: '微心愿' }
const DEEPEST = 3

const make = (tag, attributes = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), attributes)
  element.append(...inside.filter((part) => part !== null && part !== undefined))
  return element
}

const resolve = (spec, part) =>
  part?.$ref ? part.$ref.slice(2).split('/').reduce((at, key) => at[key], spec) : part

const nameOf = (part) => part?.$ref?.split('/').pop()

function kindOf(spec, part) {
  const schema = resolve(spec, part) ?? {}
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return choices.map((choice) => kindOf(spec, choice)).join(' | ')
  if (schema.type === 'array') return `${kindOf(spec, schema.items)}[]`
  if (nameOf(part)) return nameOf(part)
  return [schema.type ?? (schema.enum ? 'string' : 'any')].flat().join(' | ') + (schema.format ? ` (${schema.format})` : '')
}

function limitsOf(schema) {
  const words = []
  if (schema.enum) words.push(schema.enum.map((value) => `"${value}"`).join('  '))
  if (schema.minLength || schema.maxLength) words.push(`${schema.minLength ?? 0}–${schema.maxLength ?? '∞'} 字`)
  if (schema.minItems || schema.maxItems) words.push(`${schema.minItems ?? 0}–${schema.maxItems ?? '∞'} 项`)
  if (schema.minimum !== undefined || schema.maximum !== undefined) words.push(`${schema.minimum ?? ''} … ${schema.maximum ?? ''}`)
  if (schema.pattern) words.push(schema.pattern)
  if (schema.default !== undefined) words.push(`默认 ${JSON.stringify(schema.default)}`)
  return words.join('；')
}

function row(spec, name, part, depth, must) {
  const schema = resolve(spec, part) ?? {}
  const title = make('td', { className: `deep-${depth}` }, make('code', {}, name), must ? make('span', { className: 'must' }, must) : null)
  const says = [part?.description ?? schema.description, limitsOf(schema)].filter(Boolean).join('；')
  return make('tr', {}, title, make('td', {}, kindOf(spec, part)), make('td', {}, says))
}

/** The rows of an object, and of the objects inside it. */
function rows(spec, part, must, depth = 0, seen = []) {
  const schema = resolve(spec, part) ?? {}
  const item = schema.type === 'array' ? schema.items : (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.find((choice) => choice.$ref)
  if (item) return rows(spec, item, must, depth, seen)
  const name = nameOf(part)
  if (depth > DEEPEST || (name && seen.includes(name))) return []
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
    row(spec, key, inner, depth, schema.required?.includes(key) ? must : ''),
    ...rows(spec, inner, must, depth + 1, [...seen, name]),
  ])
}

/** One table, or one for each audience. */
function shape(spec, title, content, must) {
  return Object.entries(content ?? {}).flatMap(([kind, { schema }]) =>
    (schema.anyOf ?? schema.oneOf ?? [schema]).map((one) =>
      make('section', {}, make('h3', {}, `${title}　${nameOf(one) ?? kindOf(spec, one)}　${kind}`), make('table', {}, ...rows(spec, one, must)))))
}

function parameters(spec, operation, shared) {
  const all = [...(shared ?? []), ...(operation.parameters ?? [])].map((one) => resolve(spec, one))
  if (!all.length) return []
  const where = { path: '地址中', query: '查询', header: '请求头' }
  const lines = all.map((one) => row(spec, one.name, { ...one.schema, description: [where[one.in], one.description].filter(Boolean).join('：') }, 0, one.required ? '必填' : ''))
  return [make('h3', {}, '参数'), make('table', {}, ...lines)]
}

function answers(spec, operation) {
  const all = Object.entries(operation.responses ?? {})
  const good = all.filter(([status]) => status.startsWith('2')).flatMap(([status, one]) => shape(spec, `成功 ${status}`, resolve(spec, one).content, ''))
  const refused = all.filter(([status]) => !status.startsWith('2'))
  const lines = refused.map(([status, one]) => make('tr', {}, make('td', {}, make('code', {}, status)), make('td', {}, 'Problem'), make('td', {}, resolve(spec, one).description ?? '')))
  return [...good, make('h3', {}, '不成功时（application/problem+json）'), make('table', {}, ...lines)]
}

function card(spec, path, verb, operation, shared) {
  const open = operation.security?.length === 0
  const head = make('summary', {},
    make('span', { className: `verb ${verb}` }, verb.toUpperCase()), make('span', { className: 'path' }, path),
    make('span', { className: 'who' }, open ? '不用登录' : '需要登录'), make('span', { className: 'says' }, operation.summary ?? ''))
  const element = make('details', { id: operation.operationId }, head)
  element.dataset.words = `${path} ${operation.operationId} ${operation.summary ?? ''} ${operation.description ?? ''}`.toLowerCase()
  const draw = () => element.append(make('div', { className: 'inside' },
    operation.description ? make('p', {}, operation.description) : null, ...parameters(spec, operation, shared),
    ...shape(spec, '提交', operation.requestBody?.content, '必填'), ...answers(spec, operation)))
  element.addEventListener('toggle', draw, { once: true }) // 78 operations: drawn when looked at
  return element
}

function grouped(spec) {
  const groups = new Map()
  for (const [path, item] of Object.entries(spec.paths))
    for (const [verb, operation] of Object.entries(item))
      if (verb !== 'parameters') {
        const tag = operation.tags?.[0] ?? '其他'
        groups.set(tag, [...(groups.get(tag) ?? []), card(spec, path, verb, operation, item.parameters)])
      }
  return groups
}

function find(words) {
  let shown = 0
  for (const element of document.querySelectorAll('details')) shown += !(element.hidden = !element.dataset.words.includes(words))
  for (const section of document.querySelectorAll('main > section')) section.hidden = !section.querySelector('details:not([hidden])')
  document.querySelector('.empty').hidden = shown > 0
}

function draw(spec) {
  const groups = grouped(spec)
  const count = [...groups.values()].flat().length
  const title = (tag) => AREAS[tag] ?? tag
  document.querySelector('#about').textContent = `OpenAPI ${spec.openapi}，第 ${spec.info.version} 版，共 ${count} 个接口`
  document.querySelector('#contents').append(...[...groups].map(([tag, cards]) => make('a', { href: `#${tag}` }, title(tag), make('small', {}, String(cards.length)))))
  document.querySelector('#operations').append(
    ...[...groups].map(([tag, cards]) => make('section', {}, make('h2', { id: tag }, title(tag)), ...cards)),
    make('p', { className: 'empty', hidden: true }, '没有找到，请换一个词'))
  document.querySelector('#find').addEventListener('input', (event) => find(event.target.value.trim().toLowerCase()))
  const linked = location.hash && document.getElementById(location.hash.slice(1))
  if (linked) { linked.open = true; linked.scrollIntoView() }
}

fetch('/openapi.json').then((answer) => answer.json()).then(draw)
  .catch(() => { document.querySelector('#about').textContent = '没有打开接口文档，请刷新再试' })
