export default {
  disclosures: {
    title: 'Disclosure ledger',
    note: 'Who saw whose data in full, which fields, and why. An identity number answers "who read my data"; it is only compared, never kept.',
    idNumber: 'Identity number',
    fields: 'Fields',
    purpose: 'Purpose',
    empty: 'No such disclosure',
  },
}
