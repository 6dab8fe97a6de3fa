/** What the phone itself knows of its network: quick to say that it is gone, often wrong in saying that it is there. */

/** `tell` hears of each change. Returns how to stop. */
export function watchNetwork(tell: (connected: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected)
  uni.onNetworkStatusChange(changed)
  return () => uni.offNetworkStatusChange(changed)
}
