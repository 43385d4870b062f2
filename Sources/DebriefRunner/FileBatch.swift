/// Many files, each whole or not at all, that wait for the disk together: one by one, ten thousand new files would
/// wait for it twenty thousand times.
struct FileBatch {
  /// So many are open at once.
  private static let most = 200
  private var waiting: [FileOutput.Written] = []
  private var folders: Set<String> = []

  /// Writes a file. A new one may come into its place only with those after it.
  ///
  /// - Throws: A sentence where it, or one before it, can't be written; of those that wait, none is left.
  mutating func add(_ text: String, to path: String) throws {
    do {
      guard let written = try FileOutput.begin(text, to: path) else {
        return try FileOutput.write(text, to: path)
      }
      waiting.append(written)
      if waiting.count >= FileBatch.most { try settle() }
    } catch {
      discard()
      throw error
    }
  }

  /// Waits for all that were added.
  ///
  /// - Throws: A sentence where one can't be written.
  mutating func finish() throws {
    try settle()
    for folder in folders { FileOutput.keep(folder) }
    folders = []
  }

  private mutating func settle() throws {
    let all = waiting
    waiting = []
    for (place, written) in all.enumerated() {
      do {
        try written.settle()
        try written.take()
      } catch {
        for later in all[(place + 1)...] { later.discard() }
        throw error
      }
      folders.insert(written.folder)
    }
  }

  private mutating func discard() {
    for written in waiting { written.discard() }
    waiting = []
  }
}
