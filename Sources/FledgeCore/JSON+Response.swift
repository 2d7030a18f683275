// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

public import FledgeHTTP
public import FledgeJSON
import HTTPTypes
import NIOCore

extension JSON: ResponseConvertible {
    /// 200 with the value.
    public func response(for request: Request) -> Response {
        Response(headers: .json, body: JSONCoding.text(self))
    }
}
