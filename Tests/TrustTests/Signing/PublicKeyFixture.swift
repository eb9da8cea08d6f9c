/// Keys and signatures over "loa" that Python's securesystemslib made.
enum PublicKeyFixture {
    static let ecdsaPEM = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvonDcVwz3meINvp6azL75m5riDo0
        1JdncWi/Ih+T/Ggky0FTI2XH0h4BoHCf7gTSdWFzfsYkzA+YBRwuK8NYcQ==
        -----END PUBLIC KEY-----

        """
    static let ecdsaPoint =
        "04be89c3715c33de678836fa7a6b32fbe66e6b883a34d497677168bf221f93fc6824cb41532365c7d21e01a0709fee04"
        + "d27561737ec624cc0f98051c2e2bc35871"
    static let ecdsaSignature =
        "304502206d2ef1d99bf4630d95505f258bb68a18e2dcb137251c784eb777c6120f01534a0221009bdeaa9078ad457aca"
        + "8426fb955a6faaea8a355f3bbb0f588a35b43063c95118"
    static let rsaPEM = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuIgTcrcRIT50f/ViJOBt
        vTsQzaM4da17jdD69zYexpJ80BuOLwRiDZIBHP/vaZR1NdpMQm7/zbIo580bwVpe
        rTYYE+N/+OLd47/qGjq9X+WsGpVN2W9KtRYrLEwUYLLO97n/4xN9OFVJBNrT4WbC
        H9vmZjxwvMTarXJ8d0qjvdxzf1/v3ro7RxiX2sneg2ILT91d90cjvLzKvXmjIgkH
        +iDu8MHB+XNgT1aK0vWH2punP/p/WXooT/617rMq4LRJXjyeT74N7OeZUejNu6cW
        X0Ao/nPLLzUK+z1BDl4ebKjdqN7/oP+U8rEGNEIkVT17zx3u1vsCg5ym3Qbz68tG
        8wIDAQAB
        -----END PUBLIC KEY-----

        """
    static let rsaSignature =
        "9c068e0d8c38ceeb03a47f620461795d8c66065a04211f15d640b1d5c0101fb53e75a3911419f4ce4fa649dc610a528b"
        + "74844b0eab3f7dd391f8ca64ba57ccd9919f82b97933d64cb4206e9648ea06b3f309c2dd76467d7dfb834328a6bd7656"
        + "91197c52b52b909c988a369d263010b9ded9be2624acad62f894c405971cf5222e3e29b32931fecd815d5b4ad20334b2"
        + "bde53c4ad0820e57d5c844cf4d362d5744e959c7cc65117d464133ea6841ccd0cf3786f3fb83e52d5d989915be0037c4"
        + "0c20dbdd9f311c537cbee1854d011f2012aa970cdf9492b2fec069a796d1e2707ab496dd11d6c39dbb0c2adcf0e35dac"
        + "8b308194394a70a1a16a678119b5b35e"
    static let shortPEM = """
        -----BEGIN PUBLIC KEY-----
        MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCmL1th0WFiTPjDjm5Z2MIDZIJW
        LBTYlnHhgUTCAqHilcj6PK7AWZ/3+g7tHbdLsWB79ahGqsNmMwnT1tp7rVLKK9h4
        qKUXeI0wOLqAahZc5P2bAcurlkc9F/mblN2i2mgLerZYKHceD1pT7/0p4RY3RLPY
        PWiNYR5Ruxa/iRER7QIDAQAB
        -----END PUBLIC KEY-----

        """
    static let shortSignature =
        "13c4e43a226bd83e49b91133724277da4072b9da60834168ab35306fcca74ada03dd4fea7354e6b4cebbdbf51711ae8d"
        + "e5b4ee4c94ffb396f2a3f0e09fee5b866a3a2dd06d2022713ea66e490e2d6584bdb1fc2d9035bdf04dee203b94b2d1b3"
        + "26a45f8bcd3270471a20768246ac5ef11e0a377473696aa0e5dcbe73c5d074a7"

    /// One P-256 key, by OpenSSL, with its point in each of the three forms.
    static let compressedPEM = """
        -----BEGIN PUBLIC KEY-----
        MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgADfoXMO8bbXkTGoRk/rRvgAPqZfFcJ
        AsrhxADGs8zukuE=
        -----END PUBLIC KEY-----

        """
    static let uncompressedPEM = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEfoXMO8bbXkTGoRk/rRvgAPqZfFcJ
        AsrhxADGs8zukuEDfoH0QhQkAGzeCxGidlsWZbeY6J95khdHBeNR96zkMQ==
        -----END PUBLIC KEY-----

        """
    static let hybridPEM = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAHfoXMO8bbXkTGoRk/rRvgAPqZfFcJ
        AsrhxADGs8zukuEDfoH0QhQkAGzeCxGidlsWZbeY6J95khdHBeNR96zkMQ==
        -----END PUBLIC KEY-----

        """
    /// The same key, its curve spelt out instead of named.
    static let speltOutPEM = """
        -----BEGIN PUBLIC KEY-----
        MIIBSzCCAQMGByqGSM49AgEwgfcCAQEwLAYHKoZIzj0BAQIhAP////8AAAABAAAA
        AAAAAAAAAAAA////////////////MFsEIP////8AAAABAAAAAAAAAAAAAAAA////
        ///////////8BCBaxjXYqjqT57PrvVV2mIa8ZR0GsMxTsPY7zjw+J9JgSwMVAMSd
        NgiG5wSTamZ44ROdJreBn36QBEEEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5
        RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9QIhAP////8AAAAA
        //////////+85vqtpxeehPO5ysL8YyVRAgEBA0IABH6FzDvG215ExqEZP60b4AD6
        mXxXCQLK4cQAxrPM7pLhA36B9EIUJABs3gsRonZbFmW3mOifeZIXRwXjUfes5DE=
        -----END PUBLIC KEY-----

        """
    static let pointSignature =
        "304502201d40bd0e69c6dbdd55992e8d1487443f88ee75f3cf5b25f20bffe04c3282c40302210090ae88c814166d07b6"
        + "72bf98ca51254d0f1f47aa99b1d3bba0995c8bff082815"
}
