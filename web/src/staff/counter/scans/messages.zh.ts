export default {
  add: '添加照片或扫描件',
  addSound: '添加录音',
  soundWays: 'MP3、WAV、M4A，最大 20 MB',
  ways: '也可拖入或粘贴；JPEG、PNG、PDF，最大 20 MB',
  sending: '正在上传…',
  drop: '不要 {0}',
  large: '“{0}”太大，最大 20 MB。请压缩或分开拍照。',
  type: '“{0}”的类型不能上传。',
  refused: '“{0}”没有上传：{1}',
  void: '作废 {0}',
  turn: '旋转',
  save: '下载 {0}',
}
