/** WeChat's way of answering: success or fail, then complete, each a little later. */

export function answering(name, work) {
  return (options = {}) => {
    const yes = result => end(options.success, { ...result, errMsg: `${name}:ok` })
    const no = error => end(options.fail, { errMsg: `${name}:fail ${error.message}` })
    const end = (heard, result) => {
      heard?.(result)
      options.complete?.(result)
    }
    // What a callback throws is not an answer of WeChat: it becomes an unhandled rejection, which is noticed.
    void Promise.resolve().then(() => work(options)).then(yes, no)
    return { abort: () => undefined }
  }
}
