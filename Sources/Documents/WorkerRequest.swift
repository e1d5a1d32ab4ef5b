import Foundation

/// What the worker is told first.
struct Hello: Encodable {
    let templates: [String: Data]
    let fonts: [String]
    let seconds: Int
}

/// One job, as the worker reads it: one line of JSON, bytes in base64.
enum WorkerRequest: Encodable, Sendable {
    case set(Typesetting)
    case sign([UInt8], SigningKey, reason: String?, place: String?)

    private enum Key: String, CodingKey {
        case work, template, data, stamp, format, pictures, attachments, name, type, bytes, description
        case pdf, pkcs12, password, pem, certificates, reason, place
    }

    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        switch self {
        case .set(let job):
            try line.encode("set", forKey: .work)
            try line.encode(job.template, forKey: .template)
            try line.encode(job.data, forKey: .data)
            try line.encode(job.stamp, forKey: .stamp)
            if job.isPicture { try line.encode("png", forKey: .format) } else if job.isBooklet { try line.encode("booklet", forKey: .format) }
            try line.encode(job.pictures.mapValues { Data($0) }, forKey: .pictures)
            var list = line.nestedUnkeyedContainer(forKey: .attachments)
            for attachment in job.attachments {
                var item = list.nestedContainer(keyedBy: Key.self)
                try item.encode(attachment.name, forKey: .name)
                try item.encode(attachment.type, forKey: .type)
                try item.encode(attachment.description, forKey: .description)
                try item.encode(Data(attachment.bytes), forKey: .bytes)
            }
        case .sign(let pdf, let key, let reason, let place):
            try line.encode("sign", forKey: .work)
            try line.encode(Data(pdf), forKey: .pdf)
            try line.encode(reason, forKey: .reason)
            try line.encode(place, forKey: .place)
            switch key {
            case .pkcs12(let bytes, let password):
                try line.encode(Data(bytes), forKey: .pkcs12)
                try line.encode(password, forKey: .password)
            case .pem(let key, let certificates, let password):
                try line.encode(Data(key), forKey: .pem)
                try line.encode(Data(certificates), forKey: .certificates)
                try line.encode(password, forKey: .password)
            }
        }
    }
}

/// What the worker answers: a document, or a fault and why.
struct WorkerReply: Decodable {
    let pdf: Data?
    /// The most kilobytes the worker ever held.
    let memory: Int?
    let fault: String?
    let text: String?
}
