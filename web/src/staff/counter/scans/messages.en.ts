export default {
  add: 'Add a photo or scan',
  addSound: 'Add the recording',
  soundWays: 'MP3, WAV, M4A, 20 MB at most',
  ways: 'or drop or paste it here; JPEG, PNG, PDF, 20 MB at most',
  sending: 'Uploading…',
  drop: 'Leave out {0}',
  large: '“{0}” is too large, 20 MB is the most. Please make it smaller or take several photos.',
  type: 'Files like “{0}” are not taken here.',
  refused: '“{0}” was not uploaded: {1}',
  void: 'Void {0}',
  turn: 'Turn',
  save: 'Download {0}',
}
