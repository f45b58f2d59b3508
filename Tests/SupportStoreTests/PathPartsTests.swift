import Testing

@testable import SupportStore

@Suite struct `The folder of a path` {
    @Test(arguments: [
        ("a/b", "a"), ("a/b/", "a"), ("a//b", "a"), ("/a", "/"), ("/a/b/c", "/a/b"), ("/", "/"),
        ("//", "/"), ("a", ""), (".", ""), ("7", ""), ("ē", ""), ("", ""), ("./x", "."),
        ("a/", ""), ("ķekars/ē", "ķekars"),
    ])
    func `is what stands before its last name`(path: String, folder: String) {
        #expect(PathParts.folder(of: path) == folder)
    }
}
