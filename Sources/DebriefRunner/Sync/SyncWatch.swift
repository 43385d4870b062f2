/// Who is told how far a sync is; without anybody, nobody is.
package struct SyncWatch {
  /// Something begins that has so many parts; of 0 parts it can't be told how far it is.
  package var begin: (_ what: String, _ of: Int) -> Void
  /// So many more parts are done.
  package var add: (_ more: Int) -> Void

  /// Names them.
  package init(
    begin: @escaping (_ what: String, _ of: Int) -> Void = { _, _ in },
    add: @escaping (_ more: Int) -> Void = { _ in }
  ) {
    (self.begin, self.add) = (begin, add)
  }
}
