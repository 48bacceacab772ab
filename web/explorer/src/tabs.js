// The tabs to open with: the ones this browser left open, or the examples. GraphiQL stores its tabs itself, but
// fills in neither the variables of its first tab nor those of the tab it comes back to: hence `query`, `variables`.
const EXAMPLES = 'explorer:examples'
const TABS = 'graphiql:tabState'

// Other examples come with another database, whose ids the stored tabs don't know.
function forgetTabsOfOtherExamples(examples) {
  const known = JSON.stringify(examples)
  if (localStorage.getItem(EXAMPLES) === known) return
  for (const key of [TABS, 'graphiql:query', 'graphiql:variables']) localStorage.removeItem(key)
  localStorage.setItem(EXAMPLES, known)
}

export function startingTabs(operations) {
  const examples = operations.map(({ name, document, variables }) => ({ query: `# ${name}\n${document}`, variables }))
  forgetTabsOfOtherExamples(examples)
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem(TABS)) ?? { tabs: examples, activeTabIndex: 0 }
  return { examples, ...tabs[activeTabIndex] }
}
