export default {
  title: 'Check a paper',
  note: 'Enter the 20-character check code at the foot of the paper, or scan its QR code with a phone.',
  code: 'Check code',
  codeHint: 'Capital or small letters, with or without hyphens.',
  submit: 'Check',
  checking: 'Checking…',
  file: {
    title: 'Check a file',
    note: 'Choose the PDF you received. Its digest is computed on your device; the file is not sent anywhere.',
    choose: 'Choose a PDF file',
    tooLarge: 'The file is larger than 20 MB, so it is hardly one of our papers.',
    unreadable: 'The file cannot be read; please choose it again.',
  },
  verdict: {
    genuine: 'Genuine and in force',
    withdrawn: 'Withdrawn',
    unknown: 'No such paper',
    altered: 'Not a code of ours',
  },
  says: {
    genuine:
      'Issued by this platform and in force. Please compare what is below with your paper; if it differs, the paper may have been altered.',
    withdrawn: 'This paper was issued by this platform and has been withdrawn. It no longer counts.',
    unknown:
      'The code is well formed, but this platform holds no such paper. Please ask the unit that issued it.',
    altered: 'This platform did not make this code: it was mistyped, or altered.',
    fileUnknown: 'This file is not like any paper of this platform: it was altered, or was not issued here.',
    fileGenuine: 'This file is exactly as this platform issued it, and it is in force.',
  },
  field: {
    title: 'Paper',
    number: 'Number',
    unit: 'Issued by',
    issuedOn: 'Date',
    holder: 'For',
    withdrawnOn: 'Withdrawn on',
  },
}
