/** The three sounds of a scan inside the script, for a browser without network. */
import again from '@/static/again.wav?inline'
import bad from '@/static/bad.wav?inline'
import good from '@/static/good.wav?inline'

export { again, bad, good }
