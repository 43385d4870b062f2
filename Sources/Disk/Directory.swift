import Glibc

/// A folder on disk, as the system lists it.
public struct Directory: Sendable {
  /// Where it is.
  public let path: String

  /// Names one, which need not be there.
  public init(_ path: String) { self.path = path }

  /// The names in it, in no order, without those of itself and of the folder above; none where it cannot be
  /// read.
  public var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The path of a name in it.
  public func path(of name: String) -> String { path == "/" ? "/" + name : "\(path)/\(name)" }
}
