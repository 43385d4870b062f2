import DebriefExport
import DebriefModel
import DebriefRunner

/// Merges three files of a folder that several computers write.
enum FolderMerging {
  /// Writes what came of it in the place of ours; gives what both had changed.
  static func merge(base: String, ours: String, theirs: String) throws -> [ThreeWay.Clash] {
    var versions: [[UInt8]] = []
    for path in [base, ours, theirs] {
      let bytes = try Input.bytes(path, limit: Input.documentLimit)
      do throws(FolderFile.Fault) { _ = try FolderFile(bytes) } catch {
        throw Failure("\(path) can't be merged: \(error).", code: ExitStatus.data)
      }
      versions.append(bytes)
    }
    let (text, merge) = try FolderFile.merged(
      base: versions[0], ours: versions[1], theirs: versions[2])
    try FileOutput.write(text, to: ours)
    return merge.clashes
  }
}
