export default {
  disclosures: {
    comma: ', ',
    field: {
      address: 'address',
      birthDate: 'birth date',
      form: 'what the form says',
      idNumber: 'identity number',
      mandates: 'mandates',
      name: 'name',
      paper: 'the paper',
      phone: 'phone',
      photo: 'photo',
      files: 'files',
    },
    why: {
      'forward-to-department': 'forwarding to the department',
      'counter-service': 'service at the counter',
      'handed-over': 'handing over',
      'visit-in-hand': 'the visitor at the window',
    },
    title: 'Disclosure ledger',
    note: 'Who saw whose data in full, which fields, and why. An identity number answers "who read my data"; it is only compared, never kept.',
    idNumber: 'Identity number',
    fields: 'Fields',
    purpose: 'Purpose',
    empty: 'No such disclosure',
  },
}
