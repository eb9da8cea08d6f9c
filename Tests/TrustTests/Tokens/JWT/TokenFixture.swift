/// ID tokens of other people's libraries; written by Tests/Acceptance/oidc/token_fixture.py, whose keys are thrown away.
enum TokenFixture {
    static let now: Int64 = 1763700000
    static let nonce = "n-0S6_WzA2Mj"
    static let issuer = "https://sso.example.vn/realms/tinh"

    static let keys = #"""
        {"keys": [{"n": "rfJ2Afs32gcS5eg7YR6TResB_mZ01wSQ0vR26P0-VinmVz_P9sE-D3a9EHvuNp4ulVb1lNAYF3I7w6VS9wf9Flcc4HESZ051AHY66Fj0LoPuHv6bm4q4xzp61IEgom1oh6hjGmp8Kp7GDKS2HWkUQ1g4CM6iaho2mh_O-pGdNyTIUUTaqf1F-CzNyTVyLJP4k1brJfK8q5sk-zbZJMYse0HQhM-NreAJTLhw0MuZjLLTvs_Y-ILhYpm36wNEhRk_FYnUQ0v9wfBGiJGfLL0oWWgZHx5v5BwK6Uz7jimAx-KQfpyGdP5pCzGpv8b2wmYLAO03JIW17fGQgYCiOreKmQ", "e": "AQAB", "kty": "RSA", "kid": "rsa-1", "use": "sig", "alg": "RS256"},
        {"crv": "P-256", "x": "Ab9lojDKbqQawZutsC3jEB2lhe_shEY4q8TFhSX5UgA", "y": "JqWvKm0UFkura5wtMxclKDIqRwF-bIVld-RP6qWKayE", "kty": "EC", "kid": "ec-1", "use": "sig"},
        {"n": "taPFeLbjc_6lBR6LbQ8mhoOGcT5J95-zN8dWFacHNbiXRq8aU_f8cYtmbHpPi_aS1WMCmLa1aJPnhmIf9T42PoQYZ10zp6K2tItaQO5M4CswBdHSiLxxrZM9BIj8Hj8-lGPCb3bMR6jtwfETjEx4Nmw0B45PBj95YfQiHUfvKNU", "e": "AQAB", "kty": "RSA", "kid": "weak"},
        {"n": "tYfe07fQAD1KoaABcNgfXg3XDaBQljE8MQXx5_E8Z1ktofGgB1Zi3-GdO1nHA2ZV9DqxlsTYN11XNmxs4n0rE-X-jdlMU8D5lA7f_fnf9V_YbiIFCg4Qs9SxPW1Z4X_nd_tEGgxwMTWZRygrwzIRNbveui5LMDWzQ2hnfhBDt0KiD5DCIr_C672KsrgFhxxILuSEqulniHz73ALcEbNxzBn8d6J2FpEHgqohsT3ZPMLvunkCECcGtMTwf-zFZe6FmJiirsiDSDN32klStFc0jm-Mu5oRQg9BNTmNEGrDMZk8xKDvHOembPWb8L_7mhVpLrUE3z5IG180xaLUmla4CQ", "e": "AQAB", "kty": "RSA", "kid": "enc", "use": "enc"},
        {"crv": "P-384", "x": "te104fppz1-EEugVR6E0C7ERtmU7mqTS0I4NzLkNdroHfdo1KTN8KwGVWRQMLUyj", "y": "PtrBv1We-4AHMP2u3EZhQhEjhY_VkzIkz2lTpoOfjJvM0-YbpyoDxduhgjB0xChJ", "kty": "EC", "kid": "ec-384"},
        {"kty": "oct", "k": "c2VjcmV0", "kid": "oct"},
        {"crv": "P-256", "x": "Ab9lojDKbqQawZutsC3jEB2lhe_shEY4q8TFhSX5UgA", "y": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE", "kty": "EC", "kid": "beside the curve"},
        {"kty": "RSA", "n": "!", "e": "AQAB"},
        7, {"n": "uAsUjThRqgC4yz7QnKszw3XovHjqdR4p85sTqxjsEYsaas1dVGTHa9jk91TTyxG-o1xUk_zdnUzOkaUABuHSdOwNS9TSXboaKaaZ2Ptrez7QrT95eQ8XRPIAIrHzoTirkVycDLM2dtFRw45avg0L9GB5a0Wqnvy0t3eKO3b7nfTcaPgVCvdv0MFVyAADZH_7GlqZOpwJ_adz4xN-j7Wd-Yt9s0Cpi0Tb5FlIc_5GJhNxyV6SRiYVzGmivfeSsLmfKY9Czws3apu8WUlL47ktkjCDyRMPmQq3UUMaejSWACvBYgB9g46FuVau2MJtyOHjZr346lxuJAGjiva-gvSUDw", "e": "AQAB", "kty": "RSA", "kid": "rsa-2", "use": "sig"}]}
        """#

    static let right: [(title: String, token: String)] = [
        (
            "RS256 of joserfc",
            """
            eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiIsImtpZCI6InJzYS0xIn0.eyJpc3MiOiJodHRwczovL3Nzby5leGFtcGxl\
            LnZuL3JlYWxtcy90aW5oIiwic3ViIjoiZjdjMWEyIiwiYXVkIjoibG9hIiwiZXhwIjoxNzYzNzAwMzAwLCJpYXQiOjE3\
            NjM2OTk5OTUsIm5vbmNlIjoibi0wUzZfV3pBMk1qIiwiZW1haWwiOiJsYW5AZXhhbXBsZS52biIsImVtYWlsX3Zlcmlm\
            aWVkIjp0cnVlLCJhbXIiOlsicHdkIiwib3RwIiwibWZhIl0sImFjciI6IjIifQ.n7Laq5Ijcs6iJ7B_FdXI9ciAoy6uq\
            2aCsmwe97fpQLIQZOQblj8gd12kBaEGMdjD5HpQOmxwkUYsjANkD1nllKhDsPcUJCjetg5rUCip-DsHd1zFjPwFvuTvb\
            L0--Ov49EYzTThNB_1STbnP5NNcCoBN9RUPjQ68b9O_s_A5g_O7HCrPj-kVltPXNmJJOBFcCnB4iirB1mGeHbR83d0QM\
            AmsMxwhc4iYeqy-n6jdUG_yo-FVxabpUrMuAtG6fg3iRdivWowV3hs_LYAW61ZMOr4x857DAsE6wZ9kLasmGwFgCqFSB\
            d3CiPPvDV32UR5Bp9gTaCkMvCnqQC6o1B10ZA
            """
        ),
        (
            "ES256 of joserfc",
            """
            eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiIsImtpZCI6ImVjLTEifQ.eyJpc3MiOiJodHRwczovL3Nzby5leGFtcGxlL\
            nZuL3JlYWxtcy90aW5oIiwic3ViIjoiZjdjMWEyIiwiYXVkIjoibG9hIiwiZXhwIjoxNzYzNzAwMzAwLCJpYXQiOjE3N\
            jM2OTk5OTUsIm5vbmNlIjoibi0wUzZfV3pBMk1qIiwiZW1haWwiOiJsYW5AZXhhbXBsZS52biIsImVtYWlsX3Zlcmlma\
            WVkIjp0cnVlLCJhbXIiOlsicHdkIiwib3RwIiwibWZhIl0sImFjciI6IjIifQ.2AZN86_ZSHvfw0-_hhjTNXp6fKMOqi\
            tfdSJPcFitBwHj5WtI4zpe_SmklckzeoPNhZs9EWLt0Pu3WoarytN6hg
            """
        ),
        (
            "no key named, one of its kind",
            """
            eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL3Nzby5leGFtcGxlLnZuL3JlYWxtcy90aW5\
            oIiwic3ViIjoiZjdjMWEyIiwiYXVkIjoibG9hIiwiZXhwIjoxNzYzNzAwMzAwLCJpYXQiOjE3NjM2OTk5OTUsIm5vbmN\
            lIjoibi0wUzZfV3pBMk1qIiwiZW1haWwiOiJsYW5AZXhhbXBsZS52biIsImVtYWlsX3ZlcmlmaWVkIjp0cnVlLCJhbXI\
            iOlsicHdkIiwib3RwIiwibWZhIl0sImFjciI6IjIifQ.r4lKEYKMskiERFI91iQgT-IqOts94yRhjUYYSiS7ifhDdwG_\
            lzo0N8dQBoCyADHG9JMfQECp-Of3pSlXEztFjQ
            """
        ),
        (
            "several parties, and we asked",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6IFsib3RoZXIiLCAibG9hIl0sICJle\
            HAiOiAxNzYzNzAwMzAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6I\
            CJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhI\
            l0sICJhY3IiOiAiMiIsICJhenAiOiAibG9hIn0.iLtjbLGUavw3MqUT3B73ugQYyILzNBEkGpwxBBomKs-PUBTB2q0Im\
            mkAXD05CaOGzrrtUAF5WFOBczRT-zfgPd_JcnOPRJ3hhw7nShSMe0tn-3AoCqYyD7xsA9YmNFTbDMJGftTvIfXUELofr\
            LpKL8u9juzRctJyXlzH3Y4vB-yQ2Vwp-Q46eTuWoLQBq5GKZesJYCB5yV7oiVXGc7Olw0ez9wTMS_w5KauQOkVoiUbRY\
            SZZ7EVoI67wcqNcjMtKu5rcRh2Li-ihTAx8bI0mBDs07Dnh4IXwlTtryqnpD58hYyPxCtaR83TGPTlmBzQqaK5gjsGsc\
            Vn4LpTaW5R47A
            """
        ),
        (
            "one party in a list",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6IFsibG9hIl0sICJleHAiOiAxNzYzN\
            zAwMzAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhb\
            XBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiO\
            iAiMiJ9.bXiTkhiUO7oTEe1nzw4tx3ukD1DVVGPpX9A4T-RqzuPSBvpeTg5f9L_SFpdNd1WGJN0x1lfLvpvR9UgBTDBi\
            dKfNSMGScwks_7TupR8LyllwbUx1ni5GX-zvCug-X4msKqCSzxl1T3wg9-qY2OzHiXMGo_fuAIbOWk3L5kzA-nVvtKL2\
            3k4tXnipUss8Ml-dQBqKqljeW5hRYU79DnkP7Dh_TaY1mgXUMUUwd3NV6wKW8wwhK5f58fGIMZzTe9LHh_qEsorPjge9\
            XPFoR20PLKHP814jaEeQtcG7SS-z8seUVwYVlCmhv18wiqEjJw-_Lyzq2KUV0JUjfhgOuFQsdA
            """
        ),
        (
            "times with fractions",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUuMjUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4Y\
            W1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyI\
            jogIjIifQ.J-SVDLe-DyNXgM2yMK63pFDiHIxcPySA9kvUSSZ6qbkii8fUGarX6tZ0CUH7ssScf8GQntwyzAKR98J60w\
            uaVsDgf-Ibj82eJvtWKHkwXzcufT7dls0nH5lY_rk6H8YY0LZb-ZdZoY2lbGsRr92rr9u-pAZTB0dRcQP_Ree64fxQws\
            DUObk7NDhqkqzdBJlYCjLjiEhKmglUdNzpHLHShTjF6-cU_wk6my79YYXRmNTrkJxlLIxPT-e1sBUixB9vwmmVJEJqnp\
            tn8gKrIOwpDil2FeJNCt1ChQSLQqa6sNneJGSLHQkqxn_KXCRZoYRXrs1-7Mk7JbuBHFXDzezB0A
            """
        ),
        (
            "ended within the skew",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzY5O\
            Tk0MSwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.BSmJ7_UEZj8O6MRyuJBeVrqffFX30bn_0HkPZsxH8Vo0sr5wWxpjYuuOrG_R6ISXj5n9wQnLpD6kBefZfkPBHo\
            4UjlSWO5OGrT1nBmQiq_Bk51EmSQVnE9NhnkETiOkAkZ1z3C0V3DqQI6bgPA72uCrCEAG2cUwmP2YYg-rxF0ydiBH9Kr\
            WQftpJt9aIs2rFlprlkx_xOB7iiFhFlPAICTYvxNdRl4wx4Krr2jNale-y83Kg1lUURnuv6j9bhNpO9hlg3CXFV-ve7B\
            07hM6lpNJHp_cAfKUQy4C51ZiCd6BXFIS1y7jKoCDqW_KdcO38CsjSQg-aZgYAkZMtGl_97Q
            """
        ),
        (
            "made within the skew",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM3MDAwNTksICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIiLCAibmJmIjogMTc2MzcwMDA1OX0.G8cnpGBlyGU1wmMr5rP72MS3dLHDjvoYqPODAH-AgDxFQCv-5I4iTIJYs2Jd1\
            8wUSMTp0EbMu0R5jvWXdHGXve01jnthmDn5kjzJFtUPYhDWQwGTDgigYbhh2G2Gp-ypfopZJ3JqyT5i6BV1YIAz1YQpB\
            zpEICzcpEvJoxHRrpvBryWlOX7hShMPUuH2CIapU5qBVvdnHZJli8OWFjZws-eqFFXAiClazmwdy2M07_uNEcODXD4Cu\
            rsHnMVoWwDv8xN6Be4Kexuf0OraRKbKZ3ygCuF8tK0jR1Peb9W9aGwTTqr_dpdWaMpGA4BIxsy2CB0bnyJ6ux9GUS8-h\
            A-HvA
            """
        ),
        (
            "no type",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFs\
            bXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3\
            NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxf\
            dmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.HxHN0va5r9oC5\
            8fcekdBFTpCxOd_Be3rCNj0tazwOjQ-9Yz2_BoqngoY_Lh61kH9w-Z4r7IXg5Huh4Jv5mEzzgqF5zUi0x6ouDNzcIcTW\
            76bk-W54qtECjw0GVz9hEtBxepWCrStVo8B8YbYCjv4iSDDG63EDMVkACuCCrlqupKR0TU1NUgrfAdHR-742MpZh3Ncy\
            rkzKbzXF1MmlINaXv7rwQWqA3QeolJs2Ap0zxk3rxM8ISqh3b4jlLpmez08bD6EXqHnmcNo8AdL68BOwzOsAlFnLJfSy\
            ZgMpNvoCMZXJxCYg4kEP_O-lPFY-8aLSd1z2cMvaJeCyiHkbzn04A
            """
        ),
    ]

    static let wrong: [(title: String, refused: String, token: String)] = [
        (
            "none, without a signature", "algorithm",
            """
            eyJhbGciOiAibm9uZSIsICJ0eXAiOiAiSldUIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsbXMv\
            dGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2\
            OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVy\
            aWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.
            """
        ),
        (
            "None, with a signature", "algorithm",
            """
            eyJhbGciOiAiTm9uZSIsICJraWQiOiAicnNhLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsb\
            XMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3N\
            jM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfd\
            mVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.OKb2TbCO7teusq\
            d6EZe8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4NcJNS7iZByOo2QNWdcWzc\
            6KTl3-7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyBilVOcZs0hUYEDbC6siDro\
            l7C8g4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW1Pl-dzyy53SPLhhNptv9m\
            Hkb_xoW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A
            """
        ),
        (
            "the public key as the secret of HS256", "algorithm",
            """
            eyJhbGciOiAiSFMyNTYiLCAia2lkIjogInJzYS0xIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFs\
            bXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3\
            NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxf\
            dmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.NPXe1M30SQnVb\
            Hk5co1orIt3OPt1ujrruVj9nxI1BEU
            """
        ),
        (
            "the client's secret, HS256", "algorithm",
            """
            eyJhbGciOiAiSFMyNTYifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiO\
            iAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZ\
            SI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlL\
            CAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.9RKAxSdth6r713g1OdYTBVApo1nPZxhsO7\
            M66LUl_Vc
            """
        ),
        (
            "the RSA key under ES256", "unknownKey",
            """
            eyJhbGciOiAiRVMyNTYiLCAia2lkIjogInJzYS0xIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFs\
            bXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3\
            NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxf\
            dmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.ZQUKeKd2tKlNj\
            KlzGCq5v3AU4yD2oId6EoS5_rcR8fuLUDDRJ3Z8uvJkmMkrya_EDlSrTrTZhWoBa-ZkEkYmVZQTzSf-OnomR0rBwutbU\
            aujOiwwz49pRpoWZqtuwecPhEpCsor0jgjAMVhwNvv-o44BnAoQ4qs28UQw125JLt2U9EAP20biMZIomSgu9SI1zm4ii\
            7zD6gF5JWBkYAv45O7mIky12h6_doY_BFj2GLb8wWfpHIuB62BK6Hz1Empm7ZH0JG9DHf2JZASb4Oo4SCrLAX2sBUvBY\
            PsEWXZeWFAMCNfzFNZHjrSGba-4_ueSASDVGDMAfOC9wcKKf4-dVw
            """
        ),
        (
            "the EC key under RS256", "unknownKey",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogImVjLTEifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsb\
            XMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3N\
            jM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfd\
            mVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.ORoU5GLljQqiTW\
            9uuECj9omaffy0R46Mt-O7T6co4Y7XycWxCGZIVcTgu5JeULS7byJu_NZssduq_CBBOdhvyw
            """
        ),
        (
            "PS256", "algorithm",
            """
            eyJhbGciOiAiUFMyNTYiLCAia2lkIjogInJzYS0xIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFs\
            bXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3\
            NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxf\
            dmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.OKb2TbCO7teus\
            qd6EZe8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4NcJNS7iZByOo2QNWdcWz\
            c6KTl3-7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyBilVOcZs0hUYEDbC6siDr\
            ol7C8g4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW1Pl-dzyy53SPLhhNptv9\
            mHkb_xoW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A
            """
        ),
        (
            "ES384", "algorithm",
            """
            eyJhbGciOiAiRVMzODQiLCAia2lkIjogImVjLTM4NCJ9.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWF\
            sbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE\
            3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWx\
            fdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.elSsltaUQjDi\
            Sc8TUtcEpwEyueGz8Ay8zD0P7W3DPrHbDVqhcYN97tCFgk3kuUWQGjtMDsN3z41AEDNl-McW9VxsSVGH4gEJX6zEGY2v\
            _LMX0h4DNL0qvWbvNYNhFrOk
            """
        ),
        (
            "another's key under our key's name", "signature",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.J4IHY6yGwNNT8_Ptsq2gtK9vlKqT8ySYBCtjCnqIy8Z4o1xplmEog6PMz1LnkA2Ut5OcpVm5J76E61JkkgECdb\
            7yDbQPZwBZwRuiWZ92HUq3gov6oksW-zOuIHXrN7ckOmRSF3fqh8KDBeh-yce1A9BPUJ3-aiDsYxblMnZMO0fMKssuhb\
            CbVtfMU1XBA8E2Y0cJ3opA0Rz-JB3qcSx1fIyE-cibiGO63sM8Ud557aivIILFYzssZ1_AfeRIZWgckWe459VmPD8Nty\
            YhWO3csvJSsQZtd5OP0Uj8gl_6_HRABvD84Ij7LJGmZgcTwhVQ5urzTuWFNfPaXhdEdKG2Gg
            """
        ),
        (
            "a key that the token brings itself", "signature",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QiLCAiandrIjogeyJuIjogInRZZmUwN2ZR\
            QUQxS29hQUJjTmdmWGczWERhQlFsakU4TVFYeDVfRThaMWt0b2ZHZ0IxWmkzLUdkTzFuSEEyWlY5RHF4bHNUWU4xMVhO\
            bXhzNG4wckUtWC1qZGxNVThENWxBN2ZfZm5mOVZfWWJpSUZDZzRRczlTeFBXMVo0WF9uZF90RUdneHdNVFdaUnlncnd6\
            SVJOYnZldWk1TE1EV3pRMmhuZmhCRHQwS2lENURDSXJfQzY3MktzcmdGaHh4SUx1U0VxdWxuaUh6NzNBTGNFYk54ekJu\
            OGQ2SjJGcEVIZ3FvaHNUM1pQTUx2dW5rQ0VDY0d0TVR3Zi16RlplNkZtSmlpcnNpRFNETjMya2xTdEZjMGptLU11NW9S\
            UWc5Qk5UbU5FR3JETVprOHhLRHZIT2VtYlBXYjhMXzdtaFZwTHJVRTN6NUlHMTgweGFMVW1sYTRDUSIsICJlIjogIkFR\
            QUIiLCAia3R5IjogIlJTQSJ9LCAiamt1IjogImh0dHBzOi8vZXZpbC5leGFtcGxlL2tleXMifQ.eyJpc3MiOiAiaHR0c\
            HM6Ly9zc28uZXhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwI\
            jogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAib\
            GFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdL\
            CAiYWNyIjogIjIifQ.LS4B7bGNA2J9xneRUNf81oHtbUGjZADCLPp_pMiD3NbsYFmEKAGUcAv24a65VxPZeJmI-NYFv_\
            KVarze-RLD1WYSIGJtTaNavu-QKx1xLzttJy47ksNMyL8ICEQjf6Lk0EeXGEZGSeNB0kA4_Dgte0bCyNlKolyCCyjYLc\
            jMJr-BIawk2phRKq2SxRmSKyLc25koG5s3GUp0flSlu2Kvc7tPbUapVkyV2F-4iS1xb3kpjYPdB25C-ZWvW98IEwq9pO\
            8MVtXhVd7AG0GNUAd2IxF2PZKrNalIq7vgNY8sHWkAqgp4c29hvj5znW-DREvPmqVkgEvDKYjnsluTWmI42A
            """
        ),
        (
            "a key that is not published", "unknownKey",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS05IiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.s4bhhaFqJ7uVDmZIpobc04zp_Epq4REkw1mGGsGHGKkqG9uIWosjINOXTGDKbSlfPk45lQ51w0EjNRpOfDlZks\
            JArPykb4hPZ4c3OggYtVtnspMdSIWKOdIUNBf95KoO9whVO05FegFZnhw0kDDj1R4x2zksLqj9WObepeMFjUCgo_bo0j\
            YEgc5gDWghpcsiN5Jrd_S9L7J34JwAml1J8W-VwlGGM9WA4np2ZNc6sz6Mz5xRZ-pwSUejTp84-C4DDqXH1_z7Al31_D\
            2i64EdbGJL_Wf4DIJ4uL2KlqtwW9_JrJkeWiuDlmSt_DFtcl6u2SDh1G_LMH7X5NN8IJV5gg
            """
        ),
        (
            "a key too short to be one", "unknownKey",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogIndlYWsiLCAidHlwIjogIkpXVCJ9.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXh\
            hbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDM\
            wMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGU\
            udm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjI\
            ifQ.sVGubS4IzAddQhZ7gMDwEaZ3VJNdp1HcX_fxnQkEfwVXdsEBhRjwAyGUIqXSzGRyOu1CF4MmvrX4okF4L7yRX5rr\
            QMnNLpjSGy4wM7iXhGT51dRfVXTdzNabEs-bZ1ultprV4QY-_wMHC9W8-OmEWrgGlV_GJgqEdt-1S2FDdbY
            """
        ),
        (
            "a key for encrypting", "unknownKey",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogImVuYyIsICJ0eXAiOiAiSldUIn0.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhh\
            bXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMw\
            MCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUu\
            dm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIi\
            fQ.WopX7SB2vE6m6W2MiwngRMb3HT4gii1QKGqaG3o5971FYYX8WFsj-2D_W0uZJrT-hM7_yP2F9gjh2n_0SavAZ275g\
            GtmKWmCKKLU1HUpBAZREUJLy_Y7_i6L1bC-uSq_eQ0qYn6en7bKE1aQEGq2jn8TQyL9qDzWvv9Lv4eOKr0hdmkEUb-OP\
            RazQxn6cw024-dZ-_M6wJHQ_La23JHzJcxlBBsWazcFRUC0bUt2rT2Vw8zYeXxCftrvrOTn0v3O06XSKuzaK_DvAF4IV\
            yIRIdBKjjbTbrJKlmSYKcy_bkaK9e0DK-Qo0ic60lnZssGEVyrxxvGVb2kDpyuAtHTFAw
            """
        ),
        (
            "no key named, two of its kind", "unknownKey",
            """
            eyJhbGciOiAiUlMyNTYifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiO\
            iAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZ\
            SI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlL\
            CAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.kWPaJLs4ZJk99rvyr2AAIAULaL8jxv8bil\
            geStDb59n5Pu8VXwVGCXArHefhMuVnkooDxqi7YgyFMkAvIp6V4X2R5mcUPgfYRa8BRnkA3l0HijGXoBd7M_Gcw-VWu0\
            9lH8NQZxXsjWkv_P7ktOYmKFYAQoxymhP2VTUgvIscp64gUWBQLpT7M-WsHUcn7gSxa2HpcmrJhUdNUZKkdmqP4rxvkg\
            S_ge4lc6CiYYAJwz-rQP-GNC6tAickaoeUM5wuUVfbXGAD21oO5r56XyYWROw-xUhpo-hYHbGsvpCjASniknd8AMJK-y\
            26FsAybZhUuiQ4sZrp-tvUqWZSZ4vShA
            """
        ),
        (
            "claims of another token", "signature",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiYWRtaW4iLCAiYXVkIjogImxvYSIsICJleHAiOiAxNzYzNzAwM\
            zAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhbXBsZ\
            S52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiOiAiM\
            iJ9.OKb2TbCO7teusqd6EZe8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4NcJ\
            NS7iZByOo2QNWdcWzc6KTl3-7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyBilV\
            OcZs0hUYEDbC6siDrol7C8g4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW1Pl\
            -dzyy53SPLhhNptv9mHkb_xoW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A
            """
        ),
        (
            "no signature", "signature",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.
            """
        ),
        (
            "a signature of ES256 in DER", "signature",
            """
            eyJhbGciOiAiRVMyNTYiLCAia2lkIjogImVjLTEiLCAidHlwIjogIkpXVCJ9.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXh\
            hbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDM\
            wMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGU\
            udm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjI\
            ifQ.MEYCIQDuAW7WaZYZx_fQ3i8heXa6KuOGjHd7Y0AEs2GTnXJhzQIhANov_TOA95T0anfvAijAVmiBqQIE4ZITLyD0\
            KnNeuoYJ
            """
        ),
        (
            "a signature of nothing but zeros", "signature",
            """
            eyJhbGciOiAiRVMyNTYiLCAia2lkIjogImVjLTEiLCAidHlwIjogIkpXVCJ9.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZXh\
            hbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDM\
            wMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGU\
            udm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjI\
            ifQ.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
            """
        ),
        (
            "two parts", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ
            """
        ),
        (
            "four parts", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.OKb2TbCO7teusqd6EZe8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4N\
            cJNS7iZByOo2QNWdcWzc6KTl3-7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyBi\
            lVOcZs0hUYEDbC6siDrol7C8g4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW1\
            Pl-dzyy53SPLhhNptv9mHkb_xoW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A.OKb2TbCO7teusqd6EZe\
            8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4NcJNS7iZByOo2QNWdcWzc6KTl3\
            -7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyBilVOcZs0hUYEDbC6siDrol7C8g\
            4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW1Pl-dzyy53SPLhhNptv9mHkb_x\
            oW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A
            """
        ),
        (
            "padding", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ=.OKb2TbCO7teusqd6EZe8JRmI6UHnzi7JML1ROzlpe4PBmUTU6m6ZgXy-USHU6AXnFLC9SeGzm0djKNzOdcNJ4\
            NcJNS7iZByOo2QNWdcWzc6KTl3-7IrsctkqqSZkXtvnUH1NSE5UK7sIU8laXjIGz0ZGxWvVT7PTPmo8cx8s5cfxLdAyB\
            ilVOcZs0hUYEDbC6siDrol7C8g4s1olcoiamQVNkJv1L_E3JNJ1eprt-T4Hc1HldvT-0FbSUvsFto8PSY3eaidVsiBqW\
            1Pl-dzyy53SPLhhNptv9mHkb_xoW1iyU4R65Cjr7dFuem-HF99cSnMzagLjd5JgVzXhrC6g3A
            """
        ),
        (
            "an extension that must be understood", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QiLCAiY3JpdCI6IFsiZXhwIl19.eyJpc3M\
            iOiAiaHR0cHM6Ly9zc28uZXhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2E\
            iLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1\
            haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiw\
            gIm1mYSJdLCAiYWNyIjogIjIifQ.LCtrpm-fa5LooqA84dCDhMtKjksZSPtJQvlmLqdMh14ks-eUoL7kgmOjrYjJ4osG\
            ClzDzLLAynb3HtCaYVFal4sX_erXn2f-paj_UaZj37bg1Du1-EyW4aQPO8z8hSqDlAoTYeE0PytgwkxmpPYVA-MqgSF3\
            ZQ7CRMh_lsi2jMPZkLEGZJsHe0yWTBhX-W0qsZex6etvP5uDRRSZwpXKS-b4AwaL5aUai8gjPeFNDWbl3kPQGEVrZCq0\
            XWcRhVSiXaYLRqRSkboB4ot4IbeenMZAKbVR2OkZGilG-YzHXwhBAatdy70cdsAcqr4dB5aHvVXhB06RaOEHe7NPGwjj\
            BA
            """
        ),
        (
            "another kind of token", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJhdCtqd3QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc\
            28uZXhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2M\
            zcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4Y\
            W1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyI\
            jogIjIifQ.Bhnic7FNXLqfR5H-KhiS7CcX-G7QpUvzxShEgFzslbVc5wV7MLAsPfQ1L1HZypSyTPwKTA3bXlhMgtPvpC\
            k3Jk9Yku-7yeUXEaOoaH5cTHLGTkQfrndyQ7g_mjFnh937PCmicnYuEMO3R-ZXGGpoL2XopNeT2nyVdfEjF_-qXRNAiW\
            gaJLO6esEsWB0lYsqCAROPPze6rKp_hba9kAwN9IXN44WuLyysCsfPtUOk82HuhKKYvn6neU3LIAzdCyvxFY_FULiqp6\
            YoHG63JW4hA-WIv1iSI0y7I0HmJfg69Y8J7awyDjuYeDz5sDeagdbRTmnp3m6esnHx_a1iDl25vw
            """
        ),
        (
            "a claim twice", "malformed",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIiLCAic3ViIjogImFkbWluIn0.livWy_Qyf1U2Q8fVp8_lXWQUdTkaKmy-0TnuOVNYYG9o6PsCe58EF14t7rJ1sAjAV\
            ZMHYIoOEZR78s9aqZbEhWhmWt_LDdJgz_aXVcztt5VB0zjmgG7GNTbPU6VygqX7bUxMg4ohqeCG99qOEH96UfITWgjOh\
            cLVyi0hF5AEb-0J56AMCV2ldH8TEtcDFHT4DSfl2ZqopS2pzYfvdrL-L8xbrxqDHWWQVyab2TMJnBK-zxhtRQI8J75tr\
            ezbovkPL5jc7XQOvBIybeMH16he0u8XbH1yDSPiUzdnfFrzaLmK2h1I31CLA-0oTQqsuxmpKlX7-QUenoyXVpH0JzHh9\
            Q
            """
        ),
        (
            "another issuer", "issuer",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMva2hhYyIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.Uhf31bySD6XxEf7wxRuGwojeGuNiLK6SD_xG2ehQnCisgFxi1YygFmqgxfAuZn-kgbR3eeux26TbyZ4J6Ip0cR\
            V_1iK5wypco1iq0_gdlPXv3QRh4yfQBfGYe5MdsZYnHDAiFFZRGOOELe6U7Rli8rPnJHo4DYOIf2PKbeYLXkrm7QGxIE\
            _t7UgxG28WB-6QBnFyusnDKrwMyQzdz1XaMw0cHyUcSWFMW7lA0O1k_UAk_bOccTz7gPKwS3c7XyneiMCK7e6KQ-dbUB\
            GNSShC94SzBAoWHp1ONJ_apeErXUwZXFcs99MkXYBGYNKiFW_oxh3T7ahxsTq_aBszPLgV3A
            """
        ),
        (
            "the issuer with a slash", "issuer",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaC8iLCAic3ViIjogImY3YzFhMiIsICJhdWQiOiAibG9hIiwgImV4cCI6IDE3NjM3M\
            DAzMDAsICJpYXQiOiAxNzYzNjk5OTk1LCAibm9uY2UiOiAibi0wUzZfV3pBMk1qIiwgImVtYWlsIjogImxhbkBleGFtc\
            GxlLnZuIiwgImVtYWlsX3ZlcmlmaWVkIjogdHJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZmEiXSwgImFjciI6I\
            CIyIn0.kTPH42Zs6KqlsFRVwUU-lH5pVPLw6sxNriuLMsn85cxgPa5AlJAGpJwapIUUGsoR8nHWnwlJSaw6DJCeGG6p-\
            RaL2UUajqBpnEAbQm72wPDzR-HOlO1yMj-D9MP_wvGZpXwEdtLruBom3r8sJq3UHzmXnZKXPvQMNhJKSqu1HV-HvdVj-\
            vIgUEuBuFjLqcMzYwgdu0KAikL3CVI50M3HrI7HW_CQQaQNloU0ZRKYQRUJOWblKYShupRPSSQbtzZIiWTj5WJ9gV2Fk\
            nVqROGN3Gb1gJNrbiCi3LjZPiIAgWsjKOCZfu4bcUBVHVIJWL_SzBGXtIamuJa9WL-NJ7wRqQ
            """
        ),
        (
            "no issuer", "issuer",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJzdWIiOiAiZjdjMWEyIiwgImF1Z\
            CI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyT\
            WoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiL\
            CAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.fsL6OEFnjG-66D4i5gZVULAUilaaKgWLhM5pXSf9wZhVkXsKVtaa8X\
            dVEvF9H3Ku2_7wahSqk6WCFQjzWIYQ6U-FGIOuu6mXOg3RNyBgoB2t5HMEOn-tYWX7mFsVQJf31PMJIoFitDkQJyLiAw\
            w59ca1ZeBw1iStn-rWwsoO7iOwIOnUussXFrhU74qyZtEjWIPsOxqqCoudT50NGkJ0eXp_bE3PO6KirYQhKPSDdAbeXY\
            ChDNDZlNUY3EvXJR3Q_tZujZKZ58c9LR92Pfha2eNzm2xoBzRLKo_E_quBTpbNiM0f9DYBv9RoOKFOaZmfQsM9QahW1g\
            Vhww6BbmWtmA
            """
        ),
        (
            "for another client", "audience",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJvdGhlciIsICJleHAiOiAxNzYzN\
            zAwMzAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhb\
            XBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiO\
            iAiMiJ9.FoggiYEaHXaaUHg8ktqEl2yKuPuksvWWEbwMqc-m_nLog-dib2B_uw05t_H63OBNpgQiGSc-mtmkNKVg_m5_\
            YL0RBcQ6LvIgBJRuQuhe6CWtM0NVrbp6MQCpR-izSeb9gbsc8bqz9yABKKJj4c0golEKg3s7vIRloBTeP1uqtU0yxLRQ\
            g_UCbt_U6LCCGM9HdntseLq8PXClglAHixsclwMSWDoin_gM5W8MXtJ4lLEJ1d0mvDCDH-KFm3HNnSzn7Q-y6mOLBbXJ\
            aSVAX19QRUTCXMpMiKtAI7S2pxu1WgQ-Xfa8tz5aTnaAy-idKwwYZAoVwTGKfhQYEikrDF3Kcw
            """
        ),
        (
            "for other clients", "audience",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6IFsib3RoZXIiLCAidGhpcmQiXSwgI\
            mV4cCI6IDE3NjM3MDAzMDAsICJpYXQiOiAxNzYzNjk5OTk1LCAibm9uY2UiOiAibi0wUzZfV3pBMk1qIiwgImVtYWlsI\
            jogImxhbkBleGFtcGxlLnZuIiwgImVtYWlsX3ZlcmlmaWVkIjogdHJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZ\
            mEiXSwgImFjciI6ICIyIn0.cAeaYMoUlKuZWVmglIv2k1hl0V4y2tDNTyp8kHvwiWAKajXnlcK4jpDkWlc5kGhP_7GqZ\
            aCfnmraLGn_PSQ1B0-PTz-TgLnctb4Q8H-HuVgba261d1tPkcB-KGTpR5Ct3aL-xjI53EPztEV9u3qbN9iJOSWeFyrx8\
            YrkG5axByLJoGJK5CzZlWkluNs-OWlBuYpRgpvU_0vs-MmuRF2iDOROzk12D78ftEKRmodWRX4EUIuZqnB0rnp26DTXF\
            KnzJNXAiA9ffO1epK6oUnyob9rtoX8H_fFxCyy2-4luUD9Ma2_SwDe__zEmIj10GH613TN1_HhB6j66-EghAL0mxw
            """
        ),
        (
            "for nobody", "audience",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImV4cCI6IDE3NjM3MDAzMDAsICJpYXQiOiAxN\
            zYzNjk5OTk1LCAibm9uY2UiOiAibi0wUzZfV3pBMk1qIiwgImVtYWlsIjogImxhbkBleGFtcGxlLnZuIiwgImVtYWlsX\
            3ZlcmlmaWVkIjogdHJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZmEiXSwgImFjciI6ICIyIn0.CuUzbCkHqj_NS\
            _8t55VoWtMt5q8mFpcJ7LThSH63bFoSjOYRYx6pPWHpWsMwBiFTNNekRWW0ZaX7nAgzfH8yzEq3byr4ROtImwusvpPOl\
            f6v-wu05eMZeIFCJHKjxDtMzhUkW-2Mn4_FhOr8w_bJPkuQCPsTy5emV8h9FlAugdNrb_tlRhGteJ6_VCUPNm8bQeBbs\
            t9RcnG6tSg1_IKVQutLKMJk4RGaXdz_FhrZ_3jRTIs9lSzOoyOJJYFsboHAnOY7Q-HRMxRWbuRMGuc2Yoo2LTSrRPOvE\
            doCZq9NIem8hZoVujsZhvKW4_Png98cCXfX1rczDs9_dNJjuGaJQw
            """
        ),
        (
            "for several, and nobody asked", "authorizedParty",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6IFsibG9hIiwgIm90aGVyIl0sICJle\
            HAiOiAxNzYzNzAwMzAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6I\
            CJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhI\
            l0sICJhY3IiOiAiMiJ9.mCsd5AS6pQd4cj_Brb_9Q3geQGxiaUCJFlKT_lnu4YFGQEjr_mpRhNEH7OmlrPMstyNhNbki\
            A6OONI9fEZ7Y0NW6mMD_ShLEuF6FWpMcfsLhgvr4J2CuTiVEje3HPFx_ykt9EURR64dE4UF8WWLtinRrWYOeEp3k2dCW\
            f1MGjUH4mzbLkgZU3htIPvUfOM8ImSBJ5DUvvPULWDKUzj5NXaluu-dihCyw-m1CBce1cBcEOK2CPdOkQHaZ0RJ8NGXv\
            P6vsXJJxeOKZsRmW0llXYzgC4ijtSR6P6UWDuFpkJv3alGv6lwJJ5nJAWHWt3Ff_WF2MM9wVS7VBPufNrbS86Q
            """
        ),
        (
            "for several, and another asked", "authorizedParty",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6IFsibG9hIiwgIm90aGVyIl0sICJle\
            HAiOiAxNzYzNzAwMzAwLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6I\
            CJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhI\
            l0sICJhY3IiOiAiMiIsICJhenAiOiAib3RoZXIifQ.Am1HT2HNlAHoxZSEkJ3EbmiG8logOgRE98MQyYfKozM49O_yQp\
            5piq_-wEOQdNDLUj1HLVDjYE2IyZ__G6GcTI-VudPrycfx0j21c1F7lemDq0kTbkG27hz9aavgHStftGPax9fvMgMRg0\
            HZw2CF74TtpS3wgQrE2kFvrCwRqeM9NVbJlqUeQWhlsuRRZanLR4kutryCorpm9V41gJyc8cEpEmkdO5f0-aGdDxJfR9\
            4ObEEJV6gJkdSkm098OObVACbno0pYjeChVhNhCTfLKDXqjpykqAutbNqJgwub515sz-co1ivxdn15fjdCv4z3Zkpk8v\
            pN1KIXLu8pOxniJg
            """
        ),
        (
            "another asked", "authorizedParty",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIiLCAiYXpwIjogIm90aGVyIn0.lojIWo7S1mBCIHq9gWJcTsKwkQizuKoJpY6o11mc4QCEtFFB9VS0ePOlLOBcSD_v-\
            zpUVZelTIwQIaoOVcTHsE-83SCQvj-7PQ8UoMTT9ztYeqJKxFpr5-4ZsDrcycYmvsaAGyG67dgT32lEvupi0A0s_GcVX\
            DUub4eCnm6e-nQktVVHcwsh3BFMYX4kAvoLUzCHNWqjlgc6hAhFKS1YXT9ptC1whAFfqqvxu7hFo8pzVvNBaj7nIl_9P\
            7sRoRIrD2VnLt4dwYjjmUrt9Se0htQds9VZL6VsHZg-KSx9BD9ujyLY2uTa-q9m3Sg6GcFRxIJIrQzNt_S9W1bIsN2zh\
            w
            """
        ),
        (
            "ended", "expired",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzY5O\
            Tk0MCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.Ao8fae3_OKIiHhPXekLwIUW_imVoJ1OecAXDQ4jqMepi2UGO1C70xppXjbZR_34iNUbJo5YGfO7xO8_tMvNWPk\
            d6to5-Ggl4AcTRgiEdPV5SRT5d7WWkfrJS8RtkO6XspCcf0T52K6dSo9xnerWVLZ-2eg5vH0Fs6u2Dbd7OKSP0Y3w5Tt\
            whUDVxFpoaGOqtYTyw6SvjnUb0SXcO3_VEyC4w83DEbuGpkN8QKeQF-0gU6b1jw9H1er7ua458TGzwAfFbzCcBaXHEPY\
            -kWwbXOCxWfPKOI-2xU1Am1ce5h-b4-Be52ynaBG2Wk6kfuQy6C8NbncfkX3_3B_ytK_poyQ
            """
        ),
        (
            "without an end", "expired",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiaWF0IjogMTc2MzY5O\
            Tk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZ\
            mllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiOiAiMiJ9.qxwOCqREi-gqL1ZtKxlA\
            5_XPJg6aw4JX1kL2bbm7yhYIXrjo5OGXF6iSU1Vz0lK9mReWS_neGKpqAsEm9ngqYAJPGQ47ZmJ0XZ1CAlzOHQGjdUn3\
            i3S9PzQ4gaAlftBH8Fri1wRQnxLRDZJlfGXVTx4wMwTqGydmmFmDRhTW10dtqErsWy0EiSU4lCvYk4ytsIE3GPXIJzcP\
            i4yOFHEj6AFwP7nHRGpSAS-daejUqA2mRkq_tk9iEKaogjRhKv3W-HGZbYjmjXPQPWHUoJepjB10RUw3XBnQivlAA81-\
            ahZhjO9WRc1qTTpys45G6DCx52oaMGDdWi2lupxsEe0pbg
            """
        ),
        (
            "an end in words", "expired",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogIjIwOTktM\
            DEtMDEiLCAiaWF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhb\
            XBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiO\
            iAiMiJ9.cx9Pa9O3TZjwoTPhfO_luSX2c851MWIoNDvHJFQrOqxse8zec03f7KQbcX-tLjXCsDpxCh_5LDOeeg82shXe\
            0xuY-vJgVASMbhsj3vmqK3AkPUmNpqhqWmDK_cerafrvshnQkV0NRwvfM1vG1xCPaDPO5JahAC48H_l3eB4U2Bak27RS\
            t5667Q2P1WV2VWwdHOiiT1uLHxrL6JjY9e5vJTr582Y8fjn146WoZk5ohw77uNvuTxWvhmw0_xNQFEccVvs9nyEJGJRR\
            H90iRc0sNpcBajLofGTBcnSQWU-OXMiJk3pt2worVv5NZgieN6Vx17SnH0nXP1EzC_y0GE075A
            """
        ),
        (
            "made later than now", "issuedAt",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM3MDAwNjEsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.OWwO-i7nxK74FPBkE5OnaemFO00lNWdRFujQBP5Hxv7EPpjWW60ctqIlY9J6T7MrugutqUS68pa1t1cFag8aD7\
            4mjrlmmhkrrF3tGn1qQoLJsuqk3n_saj3CtSEBu4vjem44LtyEo-34SgqpgysWABrpAa67pgJ4bZla6QtBBCTcJOTv-K\
            dby3qBOyGCdthJPtyRk94p97gYNZ5bFPB_X9JK3OMgHkOV4EWpbfmuG4z1HYBlYGLlTHUdI050AI0Dlxt9VWZLs92Qr5\
            q34W5sFQv90vbeXw9rmA8MXyxbcut9g-IPCICR2q4oyxwoktXuvoireMbbmEYYhpPF83kgzA
            """
        ),
        (
            "made long ago", "issuedAt",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwO\
            Tk5OSwgImlhdCI6IDE3NjM2OTkzMzksICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIifQ.qr_GExfUm29hJIYcX1xF-DNBW6uN3NI8769IwrLhaef59td5OJuDXYq9xjYG99rpJINjVXkHSDR1GOZHCbQbqa\
            bScfoQtWczL8PWSNuE4mLcUVoWhCUwfqNAXykoF6Wm0WCf3Art5Sx4q8Y7zHgft65GuuXXkKN21eaYZ8Rl6n2zB6DuvE\
            UMVhmT4vePaTBT8kGI2wu36Y8GqZoeevxqrdbGf4mmYZkmDMgE9LLez1YZmYnXQ9GtF-FRUA3xetcnQMbXU-XNrM4oNf\
            pywyEityMLaAXNT_L3woy7yQajVF8-wFeBgHkryiabtYj2ENPupCm5D5j5wyw_gwwSg498yw
            """
        ),
        (
            "made at no time", "issuedAt",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZ\
            mllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiOiAiMiJ9.AJ1g13JJxVJEPv37X1ar\
            eHV_FlJbYgrtLMQcMIcE9JMyiZwAyRcYMbrH5ujiRhRlrsG5_n-SKeUqua89d5WlEM64NYJ01d_vDVr1LGX-GIVj56Gq\
            aQQY2b-OlUWRv0iCYBU1JUxikZSJNtrJrDWyFJ6r1JHbgst-SEPNMsmjjKY4BtrsovD9Ai38db7AsII_AJo3e2MWJyk2\
            GJuvBkgoH0_IT3QBVVlkxaz0yOZjuqC_vjaqNP-JxzUoT5oZOvihtZdrRepUAvXJebAOb0wRwVHEzJh8crVDafdEjC99\
            66oSgIu3NGa9c603gTDQE0dOPjovjtiqWEaduBzirjagxA
            """
        ),
        (
            "not valid yet", "notYet",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wb\
            GUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogI\
            jIiLCAibmJmIjogMTc2MzcwMDA2MX0.kdGKlGHNKz7R1xsU94SPQ62UKjOO8RDtFnYaa9SjL1IDkcCCljz7NK1MNFqUb\
            K5FQKusUqsPTZtVG2orQE7ByLYe53A5SsdeHuxpzditB0SxdkJhU0qBS11vFbFhG6EFJSU-sgIEsCyCzQ2Z95bD3jbsd\
            o9JVptYz0uYiHRpJJcNh_s_o9hbL0VvWyh0OJ5sad9_hkXlHBSt1Mgke3BtrEmVC1GGLY8oo3EFQVRW4L7fh2oGuAy3P\
            FZAGrOA3JcPz5smB2H5d-Jb4vlGhGX1srbhBD7PumwAIlROSUEonJUPZ8tsczI3UdHnn9nuGpiLciL1R3ZmeNHNryyKQ\
            6eq1Q
            """
        ),
        (
            "of another sign-in", "nonce",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJhbm90aGVyIiwgImVtYWlsIjogImxhbkBleGFtcGxlLnZuI\
            iwgImVtYWlsX3ZlcmlmaWVkIjogdHJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZmEiXSwgImFjciI6ICIyIn0.O\
            w2YRnQWTfp_xWWIO1_HQXKen79M5Wuqr1KHwkgzqIK8ytGI8C-NNbSS5A35kdgxJ3yjBoSIRT-P9wgZf98b78xQg1g04\
            RRG-TzmYdTasej4iT0ZbDjCTR8nL4CYUNaUp-Xgzu0JcQU4eGZobZcRhAxo1gBuFW6Ikb8ghXYg7-HVCIKs-6KFXRNLu\
            WVEumqsdRvhPvDfugICzW3ZNCzL4L5s2MfUk7LA_D2q7eATqsHQWB68eBJigDcYMCvQhw31UCIhUNTLOFwtzpnADQcWB\
            _JFbAriNW0z8VrqVTXMcg5oca6T3rDCQ_PHMcdz0kIJrXAZZOnmUbJS0XzNUwTzRQ
            """
        ),
        (
            "of no sign-in", "nonce",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiZjdjMWEyIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwM\
            DMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJlbWFpbCI6ICJsYW5AZXhhbXBsZS52biIsICJlbWFpbF92ZXJpZmllZCI6I\
            HRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiOiAiMiJ9.VrAkZr6m_jnPSnYdFSk4wd1HxM1t\
            6569PbM8mGRZv-YnRbj2iLGzSS26KUAa9cNskC26xBW0HkJDIEOF5Ln7zMO1kKXF79GgViUMviY9Ksipx3iykgwPE_Cu\
            w5UeVXrUlsC4knH_xUCA3Rxr_MesJAgjrfLOtz5KKR6bDDoc4xAcFluK1wWRPfQ02IFjJhkeac6BHpE1IlKkwxf9mEdE\
            jaclU7cyTdEv4XuQ8A0kwCvj3_7lSZO-0BZgIf60QlKDBoMgLH-PMUWFRq8gzM3neq_ioNoIZd1wXY15LA74N015oBKk\
            vr8npY6Zt0dGjgvvt-PHLvZOjvrgGH4VLg9cQA
            """
        ),
        (
            "nobody", "subject",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAiIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2MzcwMDMwMCwgI\
            mlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4YW1wbGUudm4iL\
            CAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyIjogIjIifQ.j3\
            XBijtLjciLuyDND-5rBkDj3-O0wuPr1uvi3HBhNc9TwNcvobTQpko2UwC7K8bmwohFLhdVTvbtSl66AJO7uFMrIV3CAA\
            h2RFQGZxQ-kiqI4kxCEXVdvP27Gem3i-MLSpWrGBqLXNqJLbUZvs_uH5wDIuz85f3_8NCa8JseLaoJYb3QxFtF1PWYab\
            ZiITYSkev8c4uQaAtXnrkg7z1Otc4T6MnfbbZtPzoUs9zvVmVD8cqjQhBwKdBKrgr_A4pSlgsZ44Pk1Tq1ACONEOoBzv\
            X_zz5mEzn7cDe9OxY2SU_RQYMnT6tyzvlvQrEEU6s-I9JbnK_KqvlXtjkXRkRwdQ
            """
        ),
        (
            "no subject", "subject",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJhdWQiOiAibG9hIiwgImV4cCI6IDE3NjM3MDAzMDAsICJpYXQiOiAxNzYzN\
            jk5OTk1LCAibm9uY2UiOiAibi0wUzZfV3pBMk1qIiwgImVtYWlsIjogImxhbkBleGFtcGxlLnZuIiwgImVtYWlsX3Zlc\
            mlmaWVkIjogdHJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZmEiXSwgImFjciI6ICIyIn0.ppB3ZTr49hp1LhY7Z\
            ha-pl1LGbVAYz-IaRcMWIUkAHs0hIc5M5CfGhcnWBC9O68t7xkYLZqkMjJ38KOx0QSz5j5rCT9UztVPOfvuJjtnqNMzU\
            XrSE14KQjCZFjdwBQo-m-jQMK8yKwjrLY16exix2vNrZlMhkVWHkDRPBdsa0WQUbrrzQwy0v9Qa3ILnrczGDDOTipAI3\
            tAI9GuHKKRlj3AxxfQDzBFPJUcFx1cfBWaoweQAgoXU53UmyG7bh8_FN9Dl-s1H6o8PkCr0DWvZWpZRVsppzdfslL01Y\
            SEBLfPObLF-Dmc0AGKWQWooSgPbr5MYQF5Xp9t0cGBrF_ntag
            """
        ),
        (
            "a subject too long", "subject",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAieHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e\
            Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e\
            Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e\
            Hh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4e\
            Hh4eHh4eHh4eHh4eCIsICJhdWQiOiAibG9hIiwgImV4cCI6IDE3NjM3MDAzMDAsICJpYXQiOiAxNzYzNjk5OTk1LCAib\
            m9uY2UiOiAibi0wUzZfV3pBMk1qIiwgImVtYWlsIjogImxhbkBleGFtcGxlLnZuIiwgImVtYWlsX3ZlcmlmaWVkIjogd\
            HJ1ZSwgImFtciI6IFsicHdkIiwgIm90cCIsICJtZmEiXSwgImFjciI6ICIyIn0.P06CatjuiMq0571Xd-5jaIWulYkIS\
            sdhEwSl0VnR-612ysMZdnil6OfEvzvf0U2xNq0-9-V9Hq1cvJMt8zmuBgIZOdFn3SO8dP8xjoQBGOI3vkZPaUYSRjOPQ\
            _uvmm_g-ijKLnKyE_fEweRFlob9k_2Q84j_HHEJJGJtGUWgYTq8vss4Mc_GL2QH2nMTr6IqxohAejkj7-B_OLXXKpTUW\
            tm3miVsrvSXvNBIeCpgxH3-v3QxmboJ71zaBh6wzKx69BaOqgfqdiAcW_h3xb-T-DuC16afqAFwBAbFocrUtpaZNBod0\
            -fUG4LPWDjlsjCkSZlSyjGeLgrWMlCT7Mi_HA
            """
        ),
        (
            "a subject with a control character", "subject",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiAibGFuXHUwMDAwIiwgImF1ZCI6ICJsb2EiLCAiZXhwIjogMTc2M\
            zcwMDMwMCwgImlhdCI6IDE3NjM2OTk5OTUsICJub25jZSI6ICJuLTBTNl9XekEyTWoiLCAiZW1haWwiOiAibGFuQGV4Y\
            W1wbGUudm4iLCAiZW1haWxfdmVyaWZpZWQiOiB0cnVlLCAiYW1yIjogWyJwd2QiLCAib3RwIiwgIm1mYSJdLCAiYWNyI\
            jogIjIifQ.CKDuatQwULd3yu3D2ddzjeyA-mb4l7Jff5U3YY73LzUbbiEkPxj73NezA1SoMiU5livcBOholXOLPS8RkB\
            f2tGqW8o_EJ-2MdpUz4Y7OlhzATA13LxQa-hC9p8YVaXATtYD5FRrRug6Pi98jyUbfI6NmczSnWaEZha_U7nYyxzEis_\
            wXTcr_m6B21e1NH9Jje0gt2DmEJM7jfAUUU027QR9q7yJfqX7Ap_oi5HZ_IEPRxWLapiSr04YP7cis_neG2ZFWA4CN8S\
            mAk342MjcpL7RcP0CeZCiRPKOonPr_L5-tuCCo4sP3nzYWAbHPVnC_9H_s-qCKBQfRUgaUYklIiw
            """
        ),
        (
            "a subject that is a number", "subject",
            """
            eyJhbGciOiAiUlMyNTYiLCAia2lkIjogInJzYS0xIiwgInR5cCI6ICJKV1QifQ.eyJpc3MiOiAiaHR0cHM6Ly9zc28uZ\
            XhhbXBsZS52bi9yZWFsbXMvdGluaCIsICJzdWIiOiA3LCAiYXVkIjogImxvYSIsICJleHAiOiAxNzYzNzAwMzAwLCAia\
            WF0IjogMTc2MzY5OTk5NSwgIm5vbmNlIjogIm4tMFM2X1d6QTJNaiIsICJlbWFpbCI6ICJsYW5AZXhhbXBsZS52biIsI\
            CJlbWFpbF92ZXJpZmllZCI6IHRydWUsICJhbXIiOiBbInB3ZCIsICJvdHAiLCAibWZhIl0sICJhY3IiOiAiMiJ9.XcTm\
            8hPXZRTR58W8gDzfuUwSGjX-1XtPUk0dHpReYrq_SR3uPvZXzSYrm9L7JPBcRMV-Epvd94O0reftTrV-2Tb5FiggMV8Z\
            W1Zg8NLFam06aFeBPRDxulBX10NW7gnc-L4_2wO8T5XdybQ3RurR4sdKuE6gcYJ8J-KNCTSOocHD2W3XDX50VqO375Wr\
            UOm6BPr5AVjeObqb40Z8FnOC84kmiw_LaPOvSYCBX5p-QrtZZMfFH8EF0qaF1LBNUPdSqqLXCTH0_9JX6s27CfkjInd0\
            LKYS7kHmMXIdSqT4He-fytyF_Y8VtofiREG802cbYjqy3ygnfgmTGc0J56vtEg
            """
        ),
    ]
}
