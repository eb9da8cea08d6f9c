"""nginx serving the very same bytes as static files: what the machine can carry at most."""

import shutil

from . import processes

CONFIGURATION = """
daemon off;
master_process on;
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    open_file_cache max=16;
    default_type text/html;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
    }}
}}
"""


def start(folder, pages):
    """Serves `pages` ({name: bytes}) and gives (process, {name: url})."""
    static = folder / "static"
    static.mkdir(exist_ok=True)
    for name, content in pages.items():
        (static / name).write_bytes(content)
    process, base = start_folder(folder, static)
    return process, {name: f"{base}/{name}" for name in pages}


def start_folder(folder, root):
    """Serves the files below `root` and gives (process, url); its own files lie in `folder`."""
    # The workers of an nginx started by root run as another user, who must reach the files.
    for place in (folder, root):
        place.chmod(0o755)
    port = processes.free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=folder, root=root, port=port))
    log = folder / "nginx.log"
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = processes.start([program, "-c", configuration, "-p", folder, "-e", log], log=log)
    processes.wait_for_port(port, process, log)
    return process, f"http://127.0.0.1:{port}"
