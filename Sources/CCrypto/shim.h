// OpenSSL's libcrypto: digests, keyed digests, random bytes, comparison in constant time.
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
