#!/usr/bin/python3
"""Makes resnet8-torch.json: weights, three images and the logits of a CIFAR ResNet-8 in PyTorch, to compare with.

/usr/bin/python3 resnet8_torch.py > resnet8-torch.json     (apt-get install -y --no-install-recommends python3-torch)

The numbers are a formula of their position, so that they need not be kept: number i of tensor k is
scale_k * sin(0.37 i + k) + shift_k, in the order of the modules; see ReferenceForwardTest. What is kept are the logits."""
import json, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F


class Block(nn.Module):
    def __init__(s, i, o, stride):
        super().__init__(); s.a = nn.Conv2d(i, o, 3, stride, 1, bias=False); s.p = nn.BatchNorm2d(o)
        s.b = nn.Conv2d(o, o, 3, 1, 1, bias=False); s.q = nn.BatchNorm2d(o); s.grow, s.stride = o - i, stride
    def forward(s, x):
        y = s.q(s.b(F.relu(s.p(s.a(x)))))
        if s.grow: x = F.pad(x[:, :, ::s.stride, ::s.stride], (0, 0, 0, 0, s.grow // 2, s.grow // 2))
        return F.relu(x + y)


net = nn.Sequential(nn.Conv2d(3, 16, 3, 1, 1, bias=False), nn.BatchNorm2d(16), nn.ReLU(), Block(16, 16, 1),
                    Block(16, 32, 2), Block(32, 64, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(64, 10))


def numbers(k, shape, scale, shift):
    i = np.arange(int(np.prod(shape)), dtype=np.float64)
    return torch.from_numpy((scale * np.sin(0.37 * i + k) + shift).astype(np.float32).reshape(shape))


k = 0
for module in net.modules():
    if isinstance(module, nn.Conv2d):
        fan = module.weight[0].numel(); module.weight.data = numbers(k, module.weight.shape, .8 / fan ** .5, 0); k += 1
    if isinstance(module, nn.BatchNorm2d):
        for tensor, scale, shift in ((module.weight, .3, 1), (module.bias, .2, 0), (module.running_mean, .1, 0), (module.running_var, .2, .8)):
            tensor.data = numbers(k, tensor.shape, scale, shift); k += 1
    if isinstance(module, nn.Linear):
        module.weight.data = numbers(k, module.weight.shape, .1, 0); module.bias.data = numbers(k + 1, module.bias.shape, .1, 0); k += 2
x = numbers(1000, (3, 3, 32, 32), 1.5, 0)
out = {}
net.eval()
with torch.no_grad(): out['evaluation'] = net(x).tolist()
net.train()
with torch.no_grad(): out['training'] = net(x).tolist()
json.dump(out, sys.stdout, indent=1); print()
