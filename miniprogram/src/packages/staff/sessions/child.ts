/** What a guardian agrees to before somebody under 14 helps. Another text is another version. */
export const CHILD_TEXT = {
  version: '2026-11',
  words: '由监护人陪同或知情；只做安全的事；姓名和监护人电话只给现场工作人员看，可随时撤回。',
}
